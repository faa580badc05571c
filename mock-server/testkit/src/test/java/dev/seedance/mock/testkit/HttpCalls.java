package dev.seedance.mock.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The program under test: calls the API as any client does. */
record HttpCalls(URI baseUrl, String apiKey) {

  static final String REQUEST =
      "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"order-1\"}";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static HttpCalls of(MockServer mock) {
    return new HttpCalls(mock.baseUrl(), mock.apiKey());
  }

  HttpResponse<String> submit(String request) {
    return send("", BodyPublishers.ofString(request), "POST");
  }

  /** Submits a prompt and returns the task's id. */
  String submitPrompt(String prompt) {
    var response = submit("{\"model\":\"seedance-2\",\"prompt\":\"" + prompt + "\"}");
    return JsonObject.read(response.body()).text("id");
  }

  HttpResponse<String> poll(String id) {
    return send("/" + id, BodyPublishers.noBody(), "GET");
  }

  String statusOf(String id) {
    return JsonObject.read(poll(id).body()).text("status");
  }

  private HttpResponse<String> send(String path, HttpRequest.BodyPublisher body, String method) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/v1/videos/generations" + path))
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
