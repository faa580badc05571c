package dev.seedance.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.JsonValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Calls a server over HTTP and holds every exchange to {@code openapi.yaml}, by a validator that is
 * not ours.
 *
 * <p>A request is held to it too, unless its answer refuses it: a wrong request is what the caller
 * wants to try.
 */
final class CheckedCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl(ApiSpec.openApiJson().toString())
          .build();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI baseUrl;
  private final String key;

  CheckedCalls(URI baseUrl, String key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  /**
   * An answer that conforms to the contract.
   *
   * @param status the HTTP status
   * @param body the body
   */
  record Answer(int status, JsonNode body) {
    String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  Answer submit(String body) {
    String path = "/v1/videos/generations";
    var request =
        SimpleRequest.Builder.post(path).withContentType("application/json").withBody(body);
    return exchange(request, path, call(path).POST(BodyPublishers.ofString(body)));
  }

  Answer poll(String id) {
    String path = "/v1/videos/generations/" + id;
    return exchange(SimpleRequest.Builder.get(path), path, call(path).GET());
  }

  private Answer exchange(SimpleRequest.Builder sent, String path, HttpRequest.Builder toSend) {
    Request request = sent.withAuthorization("Bearer " + key).build();
    HttpResponse<String> received = send(toSend);
    var response = SimpleResponse.Builder.status(received.statusCode()).withBody(received.body());
    received.headers().map().forEach((name, values) -> response.withHeader(name, values));
    requireConforming(
        received.statusCode() < 400
            ? CONTRACT.validate(request, response.build())
            : CONTRACT.validateResponse(path, request.getMethod(), response.build()));
    return new Answer(received.statusCode(), parse(received.body()));
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(baseUrl.resolve(path))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling the server", e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + body, e);
    }
  }

  private static void requireConforming(ValidationReport report) {
    if (report.hasErrors()) {
      throw new AssertionError(
          "this exchange breaks openapi.yaml: "
              + JsonValidationReportFormat.getInstance().apply(report));
    }
  }
}
