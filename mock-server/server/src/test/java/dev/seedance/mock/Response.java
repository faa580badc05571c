package dev.seedance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The response of a server to a request of a test. */
public record Response(HttpResponse<byte[]> response) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Sends a request and returns its response. */
  static Response to(HttpRequest request) {
    try {
      return new Response(HTTP.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the HTTP status. */
  public int status() {
    return response.statusCode();
  }

  /** Returns the body. */
  public byte[] body() {
    return response.body();
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /** Returns the body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a string of the body by its JSON pointer; empty if there is none. */
  public String text(String pointer) {
    return json().at(pointer).asText();
  }

  /** Returns a header's first value; empty if there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Returns all values of a header. */
  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }
}
