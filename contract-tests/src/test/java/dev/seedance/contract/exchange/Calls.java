package dev.seedance.contract.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Plain calls with one key: any request that a caller might send. An exchange that breaks the
 * contract fails at once.
 */
public final class Calls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GENERATIONS = "/v1/videos/generations";

  private final CheckedHttp http;
  private final URI baseUrl;
  private final String key;
  private final Map<String, String> headers;

  Calls(CheckedHttp http, URI baseUrl, String key) {
    this(http, baseUrl, key, Map.of());
  }

  private Calls(CheckedHttp http, URI baseUrl, String key, Map<String, String> headers) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.key = key;
    this.headers = headers;
  }

  /** Returns the same calls with a header. */
  public Calls with(String name, String value) {
    return new Calls(http, baseUrl, key, Map.of(name, value));
  }

  /**
   * A response that conforms to the contract.
   *
   * @param status the HTTP status
   * @param headers the headers
   * @param content the content as it came
   * @param body the content as JSON; a missing node if there is none
   */
  public record Answer(int status, HttpHeaders headers, String content, JsonNode body) {

    /** Returns the text at a JSON Pointer; empty if there is none. */
    public String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  /** Submits a body, JSON or not. */
  public Answer submit(byte[] body) {
    return exchange("POST", GENERATIONS, "application/json", BodyPublishers.ofByteArray(body));
  }

  /** Submits a body, JSON or not. */
  public Answer submit(String body) {
    return submit(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Polls a task by its id or business id. */
  public Answer poll(String id) {
    return get(GENERATIONS + "/" + id);
  }

  /** Gets a path. */
  public Answer get(String path) {
    return exchange("GET", path, "application/json", BodyPublishers.noBody());
  }

  /** Posts JSON to a path. */
  public Answer post(String path, String json) {
    return exchange("POST", path, "application/json", BodyPublishers.ofString(json));
  }

  /** Puts JSON to a path. */
  public Answer put(String path, String json) {
    return exchange("PUT", path, "application/json", BodyPublishers.ofString(json));
  }

  /** Sends JSON to a path, or nothing if it is empty, with any method. */
  public Answer call(String method, String path, String json) {
    return exchange(method, path, "application/json", BodyPublishers.ofString(json));
  }

  /** Uploads a file in the part {@code file} of a form. */
  public Answer upload(String path, String fileName, String mimeType, byte[] file) {
    String boundary = "checked-" + UUID.randomUUID();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, fileName, mimeType);
    return exchange(
        "POST",
        path,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(file),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
  }

  private Answer exchange(String method, String path, String contentType, BodyPublisher content) {
    var request =
        HttpRequest.newBuilder(baseUrl.resolve(path))
            .header("Authorization", "Bearer " + key)
            .method(method.toUpperCase(Locale.ROOT), content);
    headers.forEach(request::header);
    if (content.contentLength() > 0) {
      request.header("Content-Type", contentType);
    }
    HttpResponse<byte[]> response = send(request.build());
    http.requireConforming();
    return new Answer(
        response.statusCode(),
        response.headers(),
        new String(response.body(), StandardCharsets.UTF_8),
        isText(response) ? MissingNode.getInstance() : parse(response.body()));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.client().send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri() + " broke", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling the server", e);
    }
  }

  private static boolean isText(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain");
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + new String(body, StandardCharsets.UTF_8), e);
    }
  }
}
