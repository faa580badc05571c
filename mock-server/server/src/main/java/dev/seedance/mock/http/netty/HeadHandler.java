package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Serves HEAD as GET. All that stands further up sees a GET; the codec remembers the HEAD and
 * leaves out the body.
 *
 * <p>A stream of events has no end, so the connection is closed after its head.
 */
public final class HeadHandler extends ChannelDuplexHandler {

  /** Equal to GET, and told from it by its identity. */
  private static final HttpMethod GET_OF_HEAD = new HttpMethod("GET");

  private static final String EVENTS = "text/event-stream";

  /** Tells of each request without a response if it was a HEAD, oldest first. */
  private final Queue<Boolean> heads = new ArrayDeque<>();

  HeadHandler() {}

  /** Returns the method that a client sent. */
  @SuppressWarnings("ReferenceEquality") // see GET_OF_HEAD
  public static String methodOf(HttpRequest request) {
    HttpMethod method = request.method();
    return (method == GET_OF_HEAD ? HttpMethod.HEAD : method).name();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      boolean head = request.method().equals(HttpMethod.HEAD);
      heads.add(head);
      if (head) {
        request.setMethod(GET_OF_HEAD);
      }
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response
        && !ResponseParts.isInterim(response)
        && Boolean.TRUE.equals(heads.peek())
        && isEvents(response)) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      context.writeAndFlush(response, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    if (ResponseParts.isEnd(message)) {
      heads.poll();
    }
    var unused = context.write(message, promise);
  }

  private static boolean isEvents(HttpResponse response) {
    String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
    return type != null && type.startsWith(EVENTS);
  }
}
