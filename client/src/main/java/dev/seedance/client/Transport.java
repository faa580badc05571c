package dev.seedance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.error.UnreadableResponseException;
import dev.seedance.client.internal.Arriving;
import dev.seedance.client.internal.BaseUrl;
import dev.seedance.client.internal.Connections;
import dev.seedance.client.internal.ErrorResponses;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.internal.GivenIds;
import dev.seedance.client.internal.Json;
import dev.seedance.client.internal.RealTime;
import dev.seedance.client.internal.Reason;
import dev.seedance.client.internal.RequiredFields;
import dev.seedance.client.internal.RetryAfter;
import dev.seedance.client.internal.Steps;
import dev.seedance.client.internal.TaskForms;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.spec.http.Requests;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one try of an operation. Thread-safe. */
final class Transport {

  private static final System.Logger LOG = System.getLogger("dev.seedance.client");

  private final Connections http;
  private final BaseUrl baseUrl;
  private final String apiKey;
  private final String userAgent;
  private final Duration timeout;
  private final int maxResponseBytes;
  private final InstantSource clock;
  private final ErrorResponses errors;
  private final Consumer<GenerationTask> tasks;
  private final ServerPace pace = new ServerPace();

  /**
   * Prepares the calls of one key.
   *
   * @param baseUrl the address that paths are appended to
   * @param timeout for one try, from the first byte out to the last byte in
   * @param maxResponseBytes the part of a response that is taken into memory
   * @param tasks is told of each task that a response has
   */
  Transport(
      Connections http,
      BaseUrl baseUrl,
      String apiKey,
      String userAgent,
      Duration timeout,
      int maxResponseBytes,
      InstantSource clock,
      Consumer<GenerationTask> tasks) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.apiKey = apiKey;
    this.userAgent = userAgent;
    this.timeout = timeout;
    this.maxResponseBytes = maxResponseBytes;
    this.clock = clock;
    this.tasks = tasks;
    this.errors = new ErrorResponses(clock, apiKey);
  }

  /**
   * Sends the operation once. Cancelling the future ends the exchange; every failure is a {@link
   * SeedanceException}.
   */
  <T> CompletableFuture<Response<T>> send(Operation<T> operation) {
    HttpRequest request;
    try {
      request = request(operation);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(noResponse(operation, e));
    }
    LOG.log(System.Logger.Level.DEBUG, "{0} {1}", request.method(), operation.path());
    return new Steps<Response<T>>() {
      @Override
      protected void begin() {
        // HttpRequest.timeout ends with the headers; this one covers the content as well.
        var arriving = new Arriving(maxResponseBytes);
        CompletableFuture<HttpResponse<byte[]>> exchange =
            RealTime.limited(Futures.linked(http.send(request, arriving)), timeout);
        then(
            exchange,
            (response, failure) -> {
              try {
                complete(read(operation, response, failure));
              } catch (SeedanceException e) {
                if (mayMakeTask(operation)) {
                  GivenIds.in(arriving.ofSuccess()).ifPresent(e::about);
                }
                throw e;
              }
            });
      }
    }.start();
  }

  ServerPace pace() {
    return pace;
  }

  /** Tells if a success may have made a task, which is then paid for. */
  private static boolean mayMakeTask(Operation<?> operation) {
    return operation.response() == GenerationTask.class && !operation.method().equals("GET");
  }

  private HttpRequest request(Operation<?> operation) throws IOException {
    var request =
        Requests.to(baseUrl.resolve(operation.path()))
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

  private <T> Response<T> read(
      Operation<T> operation,
      @Nullable HttpResponse<byte[]> response,
      @Nullable Throwable failure) {
    if (response == null) {
      throw noResponse(operation, failure);
    }
    pace.read(response.headers());
    if (response.statusCode() / 100 != 2) {
      throw errors.exception(operation.id(), response);
    }
    if (response.body().length > maxResponseBytes) {
      throw errors.tooLarge(operation.id(), response, maxResponseBytes);
    }
    try {
      JsonNode json = Json.MAPPER.readTree(response.body());
      if (json.path("success").isBoolean() && !json.path("success").booleanValue()) {
        throw errors.exception(operation.id(), response);
      }
      if (operation.response() == GenerationTask.class) {
        json = TaskForms.contractual(json);
      }
      T value = Json.MAPPER.treeToValue(json, operation.response());
      if (value == null || !RequiredFields.presentIn(value)) {
        throw new UnreadableResponseException(errors.read(operation.id(), response), null);
      }
      if (value instanceof GenerationTask task) {
        tasks.accept(task);
      }
      return new Response<>(value, RetryAfter.in(response.headers(), clock).orElse(null));
    } catch (IOException e) {
      throw new UnreadableResponseException(errors.read(operation.id(), response), e);
    }
  }

  private SeedanceException noResponse(Operation<?> operation, @Nullable Throwable failure) {
    String reason;
    if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
      reason = "no answer within " + timeout.toMillis() + " ms";
    } else if (failure instanceof ConnectException) {
      reason = "no connection to " + baseUrl + "; check the base URL and the network";
    } else {
      reason = "the connection to " + baseUrl + " broke: " + Reason.of(failure);
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
