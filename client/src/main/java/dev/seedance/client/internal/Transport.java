package dev.seedance.client.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.error.UnreadableAnswerException;
import dev.seedance.client.invoker.Operation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Makes one try of one operation. Thread-safe. */
public final class Transport {

  private static final System.Logger LOG = System.getLogger("dev.seedance.client");

  private final HttpClient http;
  private final BaseUrl baseUrl;
  private final String apiKey;
  private final String userAgent;
  private final Duration timeout;
  private final int maxAnswerBytes;
  private final Clock clock;
  private final ErrorAnswers errors;

  /**
   * For the calls of one key.
   *
   * @param http makes the connections
   * @param baseUrl the address that paths are appended to
   * @param timeout for one try, from the first byte out to the last byte in
   * @param maxAnswerBytes how much of an answer is taken into memory
   */
  public Transport(
      HttpClient http,
      BaseUrl baseUrl,
      String apiKey,
      String userAgent,
      Duration timeout,
      int maxAnswerBytes,
      Clock clock) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.apiKey = apiKey;
    this.userAgent = userAgent;
    this.timeout = timeout;
    this.maxAnswerBytes = maxAnswerBytes;
    this.clock = clock;
    this.errors = new ErrorAnswers(clock, apiKey);
  }

  /**
   * Sends the operation once. Cancelling the future ends the exchange; whatever else goes wrong is
   * a {@link SeedanceException}.
   */
  <T> CompletableFuture<Answer<T>> send(Operation<T> operation) {
    HttpRequest request = request(operation);
    LOG.log(System.Logger.Level.DEBUG, "{0} {1}", request.method(), operation.path());
    return new Steps<Answer<T>>() {
      @Override
      void begin() {
        // HttpRequest.timeout ends with the headers; this one covers the content as well.
        CompletableFuture<HttpResponse<byte[]>> exchange =
            Futures.linked(http.sendAsync(request, head -> new BoundedContent(maxAnswerBytes)))
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        then(exchange, (response, failure) -> complete(answer(operation, response, failure)));
      }
    }.start();
  }

  private HttpRequest request(Operation<?> operation) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + operation.path()))
            .timeout(timeout)
            .header("Authorization", "Bearer " + apiKey)
            .header("Accept", "application/json")
            .header("User-Agent", userAgent);
    if (!operation.parts().isEmpty()) {
      var form = new Multipart(operation.parts());
      request.header("Content-Type", form.contentType());
      request.method(operation.method(), form.publisher());
    } else if (operation.body() != null) {
      request.header("Content-Type", "application/json");
      request.method(operation.method(), BodyPublishers.ofByteArray(json(operation.body())));
    } else {
      request.method(operation.method(), BodyPublishers.noBody());
    }
    return request.build();
  }

  private <T> Answer<T> answer(
      Operation<T> operation,
      @Nullable HttpResponse<byte[]> response,
      @Nullable Throwable failure) {
    if (response == null) {
      throw noAnswer(operation, failure);
    }
    if (response.statusCode() / 100 != 2) {
      throw errors.exception(operation.id(), response);
    }
    if (response.body().length > maxAnswerBytes) {
      throw errors.tooLarge(operation.id(), response, maxAnswerBytes);
    }
    try {
      JsonNode json = Json.MAPPER.readTree(response.body());
      if (json.path("success").isBoolean() && !json.path("success").booleanValue()) {
        throw errors.exception(operation.id(), response);
      }
      T value = Json.MAPPER.treeToValue(json, operation.answer());
      if (value == null || !Essentials.areIn(value)) {
        throw new UnreadableAnswerException(errors.read(operation.id(), response), null);
      }
      return new Answer<>(value, RetryAfter.in(response.headers(), clock).orElse(null));
    } catch (IOException e) {
      throw new UnreadableAnswerException(errors.read(operation.id(), response), e);
    }
  }

  private SeedanceException noAnswer(Operation<?> operation, @Nullable Throwable failure) {
    String reason;
    if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
      reason = "no answer within " + timeout.toMillis() + " ms";
    } else if (failure instanceof ConnectException) {
      reason = "no connection to " + baseUrl + "; check the base URL and the network";
    } else {
      reason = "the connection to " + baseUrl + " broke: " + failure;
    }
    return new SeedanceIoException(operation.id() + ": " + reason, failure);
  }

  private static byte[] json(Object body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the request can't be written as JSON", e);
    }
  }
}
