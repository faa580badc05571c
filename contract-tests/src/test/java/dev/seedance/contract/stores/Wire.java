package dev.seedance.contract.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sends the requests of one key, and tells acknowledged ones from others. A response of 502, 503 or
 * 504 acknowledges nothing, no more than a connection that breaks.
 *
 * <p>Fails if an {@code X-Request-Id} comes twice, however many servers have lived meanwhile.
 */
final class Wire {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static final Duration LONGEST = Duration.ofSeconds(40);

  private final Supplier<String> address;
  private final String key;
  private final Set<String> requestIds = ConcurrentHashMap.newKeySet();

  /**
   * A response that acknowledges.
   *
   * @param body a missing node if it is no JSON
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Reply(int status, HttpHeaders headers, byte[] bytes, JsonNode body) {

    /** Returns its body; fails unless it has that status. */
    JsonNode expect(int expected) {
      if (status != expected) {
        throw new AssertionError(
            "status %d, expected %d: %s".formatted(status, expected, new String(bytes, UTF_8)));
      }
      return body;
    }
  }

  /**
   * Starts to send.
   *
   * @param address the server to send the next request to
   */
  Wire(Supplier<String> address, String key) {
    this.address = address;
    this.key = key;
  }

  String key() {
    return key;
  }

  Reply get(String path) throws Unacknowledged {
    return send("GET", path, "");
  }

  Reply post(String path, String body) throws Unacknowledged {
    return send("POST", path, body);
  }

  Reply put(String path, String body) throws Unacknowledged {
    return send("PUT", path, body);
  }

  Reply delete(String path) throws Unacknowledged {
    return send("DELETE", path, "");
  }

  private Reply send(String method, String path, String body) throws Unacknowledged {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  /** Uploads a file as a form with one field. */
  Reply upload(String path, String name, byte[] content) throws Unacknowledged {
    String head =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(name);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--cut--\r\n"))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address.get() + path))
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + key);
  }

  private Reply send(HttpRequest.Builder request) throws Unacknowledged {
    HttpResponse<byte[]> response;
    try {
      response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new Unacknowledged(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unacknowledged("interrupted");
    }
    String where = response.request().method() + " " + response.uri();
    int status = response.statusCode();
    if (status == 502 || status == 503 || status == 504) {
      String what = "%d to %s: %s".formatted(status, where, new String(response.body(), UTF_8));
      if (status == 503 && response.headers().firstValue("Retry-After").isEmpty()) {
        throw new AssertionError("no Retry-After: " + what);
      }
      throw new Unacknowledged(what);
    }
    response
        .headers()
        .firstValue("X-Request-Id")
        .filter(id -> !requestIds.add(id))
        .ifPresent(
            id -> {
              throw new AssertionError(
                  "X-Request-Id %s came twice, now to %s".formatted(id, where));
            });
    return new Reply(
        response.statusCode(), response.headers(), response.body(), json(response.body()));
  }

  private static JsonNode json(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
