package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.OriginPolicy;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers which pages may read a response: see {@link OriginPolicy}.
 *
 * <p>It stands next to the codec, so that it sees the refusals of the other handlers too.
 */
final class OriginHandler extends ChannelDuplexHandler {

  /** Headers that every page may read, or that only the browser reads. */
  private static final Set<String> NOT_EXPOSED =
      Set.of(
          "cache-control",
          "connection",
          "content-length",
          "content-type",
          "keep-alive",
          "transfer-encoding",
          "vary");

  private static final String CORS_PREFIX = "access-control-";

  private final OriginPolicy policy;

  /** The requests without a response so far, oldest first. */
  private final Queue<Asked> asked = new ArrayDeque<>();

  private record Asked(@Nullable String origin, String path) {}

  OriginHandler(OriginPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      asked.add(new Asked(request.headers().get(HttpHeaderNames.ORIGIN), request.uri()));
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    Asked request = asked.peek();
    if (message instanceof HttpResponse response
        && !ResponseParts.isInterim(response)
        && request != null) {
      describe(response.headers(), request);
    }
    if (ResponseParts.isEnd(message)) {
      asked.poll();
    }
    var unused = context.write(message, promise);
  }

  private void describe(HttpHeaders response, Asked request) {
    if (policy.varies(request.origin(), request.path())) {
      response.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
    }
    String readers = policy.readers(request.origin(), request.path());
    if (readers == null) {
      return;
    }
    response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, readers);
    if (readers.equals(request.origin())) {
      response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    Set<String> exposed = exposed(response);
    if (!exposed.isEmpty()) {
      response.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, String.join(", ", exposed));
    }
  }

  /** Lists the response's own headers: those that a scenario injects too. */
  private static Set<String> exposed(HttpHeaders response) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : response.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!NOT_EXPOSED.contains(lower) && !lower.startsWith(CORS_PREFIX)) {
        names.add(name);
      }
    }
    return names;
  }
}
