package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.mock.clock.ClockSetting;
import dev.seedance.mock.error.ErrorBody;
import dev.seedance.mock.json.StrictJson;
import dev.seedance.mock.sandbox.Authentication;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An answer on its way out to which faults are done: the one place that breaks things. */
public final class StruckAnswer {

  /** How long a caller is told to wait where a scenario does not say. */
  private static final long DEFAULT_WAIT_SECONDS = 1;

  private final HttpRequest<?> request;
  private final MutableHttpResponse<Object> response;
  private final ObjectMapper json;

  @SuppressWarnings("unchecked") // the type of a body that is about to be replaced
  StruckAnswer(HttpRequest<?> request, MutableHttpResponse<?> response, ObjectMapper json) {
    this.request = request;
    this.response = (MutableHttpResponse<Object>) response;
    this.json = json;
  }

  /** Holds the answer back until the sandbox's time has come; an automatic clock moves there. */
  void delay(Duration by) {
    Sandbox sandbox = Authentication.caller(request).orElseThrow();
    Instant due = sandbox.clock().instant().plus(by);
    if (request instanceof NettyHttpRequest<?> netty) {
      HeldAnswer held = HeldAnswer.prepare(netty.getChannelHandlerContext().channel());
      sandbox
          .agenda()
          .enter(
              "answer " + System.identityHashCode(held),
              due,
              now -> {
                held.letGo();
                return CompletableFuture.completedFuture(null);
              });
    }
    if (sandbox.clock().setting().mode() == ClockSetting.Mode.AUTO) {
      sandbox.agenda().onPoll(now -> Optional.of(due));
    }
  }

  void refuse(Fault.Refuse refusal) {
    response.status(refusal.status(), reason(refusal.status()));
    if (refusal.headers() != null) {
      refusal.headers().forEach(response::header);
    }
    if (refusal.status() == HttpStatus.TOO_MANY_REQUESTS.getCode()) {
      tellLimits();
    }
    body(
        ErrorBody.of(
            Objects.requireNonNullElse(refusal.code(), "mock_fault"),
            Objects.requireNonNullElse(refusal.message(), "refused by the mock's scenario"),
            Objects.requireNonNullElse(refusal.type(), "api_error")));
  }

  /** A 429 has all headers of one; those that the scenario names stay as they are. */
  private void tellLimits() {
    String retryAfter =
        Objects.requireNonNullElse(response.getHeaders().get(HttpHeaders.RETRY_AFTER), "");
    long wait = retryAfter.matches("\\d{1,9}") ? Long.parseLong(retryAfter) : DEFAULT_WAIT_SECONDS;
    Authentication.caller(request)
        .map(
            sandbox ->
                sandbox
                    .rateLimiter()
                    .headersOfRefusal(request.getMethod(), sandbox.clock().instant(), wait))
        .ifPresent(limits -> limits.forEach(this::headerWhereAbsent));
  }

  private void headerWhereAbsent(String name, String value) {
    if (!response.getHeaders().contains(name)) {
      response.header(name, value);
    }
  }

  void patch(ObjectNode patch) {
    body(merged(json.valueToTree(response.body()), patch));
  }

  void malform() {
    byte[] whole = bytes();
    body(Arrays.copyOf(whole, whole.length / 2));
  }

  void cut() {
    connection(BrokenConnection.Break.IN_THE_BODY);
  }

  void reset() {
    connection(BrokenConnection.Break.BEFORE_THE_ANSWER);
  }

  private static String reason(int status) {
    return Arrays.stream(HttpStatus.values())
        .filter(known -> known.getCode() == status)
        .map(HttpStatus::getReason)
        .findFirst()
        .orElse("Injected Fault");
  }

  private void connection(BrokenConnection.Break where) {
    if (request instanceof NettyHttpRequest<?> netty) {
      BrokenConnection.prepare(netty.getChannelHandlerContext().channel(), where);
    }
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

  /** RFC 7396. */
  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target instanceof ObjectNode object ? object : StrictJson.MAPPER.createObjectNode();
    patch
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isNull()) {
                result.remove(member.getKey());
              } else {
                result.set(
                    member.getKey(), merged(result.path(member.getKey()), member.getValue()));
              }
            });
    return result;
  }
}
