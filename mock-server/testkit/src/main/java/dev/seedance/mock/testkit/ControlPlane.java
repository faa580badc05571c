package dev.seedance.mock.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls the control plane of a server with one API key.
 *
 * <p>It has no state but two strings, so that a framework that copies a test's arguments into
 * another class loader copies a view that works.
 */
final class ControlPlane {

  /** The addresses of servers in this JVM that were closed; a view of one says so. */
  private static final Set<String> CLOSED = ConcurrentHashMap.newKeySet();

  private final String baseUrl;
  private final String apiKey;

  /**
   * Prepares calls; nothing is sent yet.
   *
   * @throws IllegalArgumentException when the URL is not an absolute one of HTTP, or no header can
   *     carry the key
   */
  ControlPlane(String baseUrl, String apiKey) {
    String url = HttpAddress.require("base URL", baseUrl, "http://127.0.0.1:8080");
    this.baseUrl = url.replaceFirst("/+$", "");
    this.apiKey = requireKey(apiKey);
  }

  /** Returns the key without the blanks around it. The message does not show it: it is secret. */
  static String requireKey(String apiKey) {
    String key = apiKey.strip();
    if (!key.matches("[ -~]+")) {
      throw new IllegalArgumentException(
          "the API key %s, expected printable ASCII such as test-key-1"
              .formatted(key.isEmpty() ? "is empty" : "has a character that no header can carry"));
    }
    return key;
  }

  /** Remembers that a server in this JVM has begun, or has ended, at this address. */
  void setClosed(boolean closed) {
    if (!closed) {
      CLOSED.remove(baseUrl);
      SharedHttpClient.serverStarted();
    } else if (CLOSED.add(baseUrl)) {
      SharedHttpClient.serverEnded();
    }
  }

  String baseUrl() {
    return baseUrl;
  }

  String apiKey() {
    return apiKey;
  }

  ControlPlane withApiKey(String key) {
    return new ControlPlane(baseUrl, key);
  }

  JsonObject get(String path) {
    return JsonObject.read(call("GET", path, ""));
  }

  JsonObject put(String path, JsonObject body) {
    return JsonObject.read(call("PUT", path, body.toString()));
  }

  JsonObject post(String path, JsonObject body) {
    return JsonObject.read(call("POST", path, body.toString()));
  }

  /** Calls an operation that takes no body. */
  JsonObject post(String path) {
    return JsonObject.read(call("POST", path, ""));
  }

  void delete(String path) {
    call("DELETE", path, "");
  }

  /**
   * Calls the control plane.
   *
   * @param path the path behind {@code /_mock}
   * @return the body of the response, empty when it has none
   * @throws IllegalArgumentException when the server refuses what was sent, with its message
   * @throws IllegalStateException when it refuses for another reason, with its message
   * @throws IllegalStateException when the server was closed
   * @throws UncheckedIOException when nothing answers
   */
  String call(String method, String path, String body) {
    if (CLOSED.contains(baseUrl)) {
      throw new IllegalStateException(
          "this mock server is closed; start another one, or close it later (%s %s)"
              .formatted(method, path));
    }
    if (!method.matches("[A-Za-z]+")) {
      throw new IllegalArgumentException(
          "the method is '%s', expected one such as GET".formatted(method));
    }
    var request =
        HttpRequest.newBuilder(address(path))
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = send(request);
    if (response.statusCode() >= 400) {
      throw refusal(method + " /_mock" + path, response);
    }
    return response.body();
  }

  private URI address(String path) {
    try {
      if (path.startsWith("/")) {
        return new URI(baseUrl + "/_mock" + path);
      }
    } catch (URISyntaxException e) {
      // the same message: the reason alone would not name the path
    }
    throw new IllegalArgumentException(
        "the path is '%s', expected one such as /requests?status=429".formatted(path));
  }

  /**
   * Returns a value for the end of a path.
   *
   * @param noun what the value is, for the message
   * @throws IllegalArgumentException when it is empty: the path would be another operation's
   */
  static String segment(String noun, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "the %s is '', expected one that is not empty".formatted(noun));
    }
    return encoded(value);
  }

  /** Returns a value for a path or a query. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return SharedHttpClient.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no mock server answers at %s: %s".formatted(request.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling " + request.uri(), e);
    }
  }

  private static RuntimeException refusal(String call, HttpResponse<String> response) {
    int status = response.statusCode();
    String message = "%s: HTTP %d, %s".formatted(call, status, reason(response.body()));
    return status == 400 || status == 404 || status == 413
        ? new IllegalArgumentException(message)
        : new IllegalStateException(message);
  }

  private static String reason(String body) {
    try {
      Optional<JsonObject> error = JsonObject.read(body).optionalObject("error");
      return error.flatMap(detail -> detail.optionalText("message")).orElse(body);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return body; // whatever answers there, it is not a mock server
    }
  }
}
