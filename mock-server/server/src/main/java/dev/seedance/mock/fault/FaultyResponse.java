package dev.seedance.mock.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.mock.http.ErrorBody;
import dev.seedance.mock.http.StrictJson;
import dev.seedance.mock.http.netty.Exchange;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Fault;
import dev.seedance.mock.time.TimeRange;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** An outgoing response to which faults are applied. No other place breaks a response. */
final class FaultyResponse implements Fault.Target {

  /** Tells delays apart in the queues of events. */
  private static final AtomicLong DELAYS = new AtomicLong();

  private final Sandbox sandbox;
  private final HttpRequest<?> request;
  private final MutableHttpResponse<Object> response;
  private final Consumer<MutableHttpResponse<?>> onRefusal;
  private final ObjectMapper json;

  @SuppressWarnings("unchecked") // the type of a body that is about to be replaced
  FaultyResponse(
      Sandbox sandbox,
      HttpRequest<?> request,
      MutableHttpResponse<?> response,
      Consumer<MutableHttpResponse<?>> onRefusal,
      ObjectMapper json) {
    this.sandbox = sandbox;
    this.request = request;
    this.response = (MutableHttpResponse<Object>) response;
    this.onRefusal = onRefusal;
    this.json = json;
  }

  /** Delays the response in sandbox time; an automatic clock advances to its end. */
  @Override
  public void delay(Duration by) {
    Instant due = TimeRange.after(sandbox.clock().instant(), by);
    Exchange.of(request)
        .ifPresent(
            exchange -> {
              exchange.delay();
              String key = "response " + DELAYS.incrementAndGet();
              sandbox.queue().scheduleRelease(key, due, exchange::release);
            });
    sandbox.queue().onPoll(now -> Optional.of(due));
  }

  @Override
  public void refuse(Fault.Refuse refusal) {
    response.status(refusal.status(), reason(refusal.status()));
    if (refusal.headers() != null) {
      refusal.headers().forEach(response::header);
    }
    onRefusal.accept(response);
    body(refusal.body() != null ? refusal.body() : error(refusal));
  }

  private static ErrorBody error(Fault.Refuse refusal) {
    return ErrorBody.of(
        Objects.requireNonNullElse(refusal.code(), "mock_fault"),
        Objects.requireNonNullElse(refusal.message(), "refused by the mock's scenario"),
        Objects.requireNonNullElse(refusal.type(), "api_error"));
  }

  @Override
  public void patch(ObjectNode patch) {
    body(merged(json.valueToTree(response.body()), patch));
  }

  @Override
  public void replace(ObjectNode template) {
    body(BodyTemplate.fill(template, json.valueToTree(response.body())));
  }

  @Override
  public void malform() {
    byte[] whole = bytes();
    body(Arrays.copyOf(whole, whole.length / 2));
  }

  @Override
  public void cut() {
    Exchange.of(request).ifPresent(Exchange::cutBody);
  }

  @Override
  public void reset() {
    Exchange.of(request).ifPresent(Exchange::reset);
  }

  private static String reason(int status) {
    return Arrays.stream(HttpStatus.values())
        .filter(known -> known.getCode() == status)
        .map(HttpStatus::getReason)
        .findFirst()
        .orElse("Injected Fault");
  }

  private void body(Object body) {
    response.contentType(MediaType.APPLICATION_JSON_TYPE).body(body);
  }

  private byte[] bytes() {
    try {
      return json.writeValueAsBytes(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Applies RFC 7396. */
  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target instanceof ObjectNode object ? object : StrictJson.MAPPER.createObjectNode();
    patch.forEachEntry(
        (name, value) -> {
          if (value.isNull()) {
            result.remove(name);
          } else {
            result.set(name, merged(result.path(name), value));
          }
        });
    return result;
  }
}
