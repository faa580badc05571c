package dev.seedance.mock;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** Calls a server with an API key as any client would: over a socket. */
public interface Calls {

  /** The route of the generations. */
  String GENERATIONS = "/v1/videos/generations";

  /** Returns the server's address. */
  URI baseUrl();

  /** Returns the API key, and so the sandbox. */
  String key();

  /** Returns calls of the server at an address. */
  static Calls to(URI address, String apiKey) {
    return new Caller(address, apiKey);
  }

  /** Returns calls of the same server with another key. */
  default Calls as(String otherKey) {
    return to(baseUrl(), otherKey);
  }

  /** Submits a request body. */
  default Response submit(String body) {
    return post(GENERATIONS, body);
  }

  /** Polls a task. */
  default Response poll(String id) {
    return get(GENERATIONS + "/" + id);
  }

  /** Advances the clock by an ISO 8601 duration. */
  default Response advance(String by) {
    return post("/_mock/clock/advance", "{\"by\":\"" + by + "\"}");
  }

  /** Gets a path. */
  default Response get(String path) {
    return send(keyed(path).GET());
  }

  /** Posts JSON to a path. */
  default Response post(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  /** Puts JSON to a path. */
  default Response put(String path, String body) {
    return send("PUT", path, BodyPublishers.ofString(body));
  }

  /** Puts bytes of JSON to a path. */
  default Response put(String path, byte[] body) {
    return send("PUT", path, BodyPublishers.ofByteArray(body));
  }

  /** Deletes a path. */
  default Response delete(String path) {
    return send(keyed(path).DELETE());
  }

  /** Sends JSON to a path. */
  default Response send(String method, String path, BodyPublisher body) {
    return send(keyed(path).header("Content-Type", "application/json").method(method, body));
  }

  /** Gets a path, or a whole URL, without the key. */
  default Response getWithoutKey(String pathOrUrl) {
    return send(request(pathOrUrl));
  }

  /** Starts a request with the key. */
  default HttpRequest.Builder keyed(String path) {
    return request(path).header("Authorization", "Bearer " + key());
  }

  /** Starts a request without the key to a path, or to a whole URL. */
  default HttpRequest.Builder request(String pathOrUrl) {
    return HttpRequest.newBuilder(baseUrl().resolve(pathOrUrl));
  }

  /** Sends a request. */
  default Response send(HttpRequest.Builder request) {
    return Response.to(request.build());
  }
}
