package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.RequestCounts;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/**
 * Completes the heads of responses.
 *
 * @param headers that every response has
 * @param counts counts the requests that reach no route
 */
record ResponseHeads(List<ResponseHeaders> headers, RequestCounts counts) {

  /** Completes a refusal of a request that reaches no route, or none to its end. */
  void refused(HttpRequest request, HttpResponse refusal) {
    addHeaders(request, refusal);
    counts.countRefused(refusal.status().code());
  }

  private void addHeaders(HttpRequest request, HttpResponse response) {
    for (ResponseHeaders more : headers) {
      more.addTo(response.headers(), request);
    }
  }

  /**
   * Completes a part of a response of the routes if it is the head, and decides if the connection
   * ends with it.
   *
   * @return the part; the whole response if the head is all
   */
  Object complete(Exchange exchange, Object part) {
    if (ResponseParts.isInterim(part)) {
      exchange.continues();
      return part;
    }
    return part instanceof HttpResponse response ? completed(exchange, response) : part;
  }

  private HttpResponse completed(Exchange exchange, HttpResponse response) {
    HttpRequest request = exchange.request();
    boolean headIsAll = HeadRequests.endsAtItsHead(request, response);
    boolean bodyComesOrNot = exchange.expectsContinue() && !exchange.isReceived();
    if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      response.headers().remove(HttpHeaderNames.TRANSFER_ENCODING); // it ends with the connection
    }
    if (headIsAll || bodyComesOrNot || !HttpUtil.isKeepAlive(response)) {
      exchange.endsConnection();
    }
    if (exchange.isLast()) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    addHeaders(request, response);
    return headIsAll ? withoutBody(response) : response;
  }

  private static HttpResponse withoutBody(HttpResponse response) {
    return new DefaultFullHttpResponse(
        response.protocolVersion(),
        response.status(),
        Unpooled.EMPTY_BUFFER,
        response.headers(),
        EmptyHttpHeaders.INSTANCE);
  }
}
