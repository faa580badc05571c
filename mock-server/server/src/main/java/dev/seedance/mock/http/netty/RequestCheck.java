package dev.seedance.mock.http.netty;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses requests by their heads, before a route is found. */
interface RequestCheck {

  /** Returns the refusal of a request; null if there is nothing to say against it. */
  @Nullable FullHttpResponse refuse(HttpRequest request);

  /** Returns a check that makes several, in order. */
  static RequestCheck of(List<RequestCheck> checks) {
    return request -> {
      for (RequestCheck check : checks) {
        FullHttpResponse refusal = check.refuse(request);
        if (refusal != null) {
          return refusal;
        }
      }
      return null;
    };
  }
}
