package dev.seedance.mock.routing;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/**
 * Responds to the question of a browser if a page may send a request.
 *
 * <p>Every method and header is granted: a page reads the refusal of a wrong one, such as a 405, as
 * any other program does.
 */
final class Preflight {

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
  private static final String MAX_AGE_SECONDS = "1800";
  private static final String VARY =
      HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD + ", " + HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS;

  /** Asked by a page of the Internet that wants to call a private address. */
  private static final String PRIVATE_NETWORK = "Access-Control-Request-Private-Network";

  private Preflight() {}

  /** Tells if a request is such a question. */
  static boolean is(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.OPTIONS
        && request.getHeaders().contains(HttpHeaders.ORIGIN)
        && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /** Grants a question; the origin is checked before. */
  static HttpResponse<?> grant(HttpRequest<?> request) {
    MutableHttpResponse<?> response =
        HttpResponse.ok()
            .header(HttpHeaders.VARY, VARY)
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
            .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    String headers = request.getHeaders().get(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    if (headers != null) {
      response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
    }
    if (request.getHeaders().contains(PRIVATE_NETWORK)) {
      response.header("Access-Control-Allow-Private-Network", "true");
    }
    return response;
  }
}
