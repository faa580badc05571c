package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.OriginPolicy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Tells browsers which pages may read a response: see {@link OriginPolicy}. */
final class OriginHeaders implements ResponseHeaders {

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

  OriginHeaders(OriginPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void addTo(HttpHeaders response, HttpRequest request) {
    String origin = request.headers().get(HttpHeaderNames.ORIGIN);
    if (policy.varies(origin, request.uri())) {
      response.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
    }
    String readers = policy.readers(origin, request.uri());
    if (readers == null) {
      return;
    }
    response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, readers);
    if (readers.equals(origin)) {
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
