package dev.seedance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls a server as any client would: over a socket. */
public final class HttpCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI baseUrl;

  /** Calls the server at this address. */
  public HttpCalls(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** An answer. */
  public record Answer(HttpResponse<byte[]> response) {

    /** The HTTP status. */
    public int status() {
      return response.statusCode();
    }

    /** The body. */
    public byte[] body() {
      return response.body();
    }

    /** The body as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A string of the body by its JSON pointer; empty where there is none. */
    public String text(String pointer) {
      return json().at(pointer).asText();
    }

    /** A header's first value; empty where there is none. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Submits a request body. */
  public Answer submit(String key, String body) {
    return send(
        request("/v1/videos/generations")
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Asks for the state of a task. */
  public Answer poll(String key, String id) {
    return send(
        request("/v1/videos/generations/" + id).header("Authorization", "Bearer " + key).GET());
  }

  /** Starts a request to a path, or to a whole URL. */
  public HttpRequest.Builder request(String pathOrUrl) {
    return HttpRequest.newBuilder(baseUrl.resolve(pathOrUrl));
  }

  /** Sends a request. */
  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
