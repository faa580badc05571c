package dev.seedance.mock.http.netty;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;

/** Adds headers that every response has, be it of a route or a refusal before it. */
interface ResponseHeaders {

  /** Adds headers to the response to a request. */
  void addTo(HttpHeaders response, HttpRequest request);
}
