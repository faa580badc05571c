package dev.seedance.mock.http.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;

/**
 * Serves HEAD as GET. The routes see a GET; the codec remembers the HEAD and leaves out the body.
 */
public final class HeadRequests {

  /** Equal to GET, and told from it by its identity. */
  private static final HttpMethod GET_OF_HEAD = new HttpMethod("GET");

  private static final String EVENTS = "text/event-stream";

  private HeadRequests() {}

  /** Returns the method that a client sent. */
  public static String methodOf(HttpRequest request) {
    return (isHead(request) ? HttpMethod.HEAD : request.method()).name();
  }

  /** Makes a GET of a HEAD. */
  static void serve(HttpRequest request) {
    if (request.method().equals(HttpMethod.HEAD)) {
      request.setMethod(GET_OF_HEAD);
    }
  }

  /** Tells if the client sent a HEAD and the response is a stream of events, which has no end. */
  static boolean endsAtItsHead(HttpRequest request, HttpResponse response) {
    return isHead(request) && isEvents(response);
  }

  @SuppressWarnings("ReferenceEquality") // see GET_OF_HEAD
  private static boolean isHead(HttpRequest request) {
    return request.method() == GET_OF_HEAD;
  }

  private static boolean isEvents(HttpResponse response) {
    String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
    return type != null && type.startsWith(EVENTS);
  }
}
