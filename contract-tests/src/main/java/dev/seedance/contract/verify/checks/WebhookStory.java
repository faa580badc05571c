package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.checks.WebhookChecks.failure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.webhook.WebhookRefusedException;
import dev.seedance.client.webhook.WebhookRefusedException.Reason;
import dev.seedance.client.webhook.WebhookVerifier;
import dev.seedance.contract.verify.CheckSkipped;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.CheckFailed;
import dev.seedance.contract.verify.webhook.Arrival;
import dev.seedance.contract.verify.webhook.Receiver;
import dev.seedance.contract.verify.webhook.Receiver.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task and the webhooks that came of it.
 *
 * @param target the server
 * @param life the task
 * @param attempts every attempt of its event
 * @param redirected the requests that followed a redirect
 * @param businessId the caller's id of the task; empty if it has none
 */
record WebhookStory(
    Target target, Life life, List<Arrival> attempts, List<Arrival> redirected, String businessId) {

  private static final String MOCK_SECRET = "whsec_seedance_mock";
  private static final String TRACE = "verify-trace";
  private static final String MAILBOX = "completed";
  private static final String ELSEWHERE = "redirected";
  private static final long TOLERANCE_SECONDS = 300;
  private static final long CLOCKS_DIFFER_SECONDS = 3;

  /** Follows a task whose event gets a 500, a redirect and a 204 as responses. */
  static WebhookStory of(Target target) {
    return target.once("webhooks", () -> make(target));
  }

  /** Follows a task that fails. */
  static WebhookStory ofFailure(Target target) {
    return target.once(
        "webhooks of failure",
        () -> {
          Receiver receiver = target.receiver();
          Life life = FailedTask.thatFailed(target);
          awaitAttempts(target, receiver, FailedTask.MAILBOX, 1);
          return new WebhookStory(
              target, life, receiver.arrivals(FailedTask.MAILBOX), List.of(), "");
        });
  }

  private static WebhookStory make(Target target) {
    Receiver receiver = target.receiver();
    String url =
        receiver.address(MAILBOX, Reply.of(500), Reply.redirectTo(ELSEWHERE), Reply.of(204));
    String unused = receiver.address(ELSEWHERE, Reply.of(204));
    String businessId = "verify-" + UUID.randomUUID();
    Life life =
        Life.of(
            target,
            Calls.submitCheapest(
                "A paper boat",
                ",\"callback_url\":\"%s\",\"trace_id\":\"%s\",\"client_business_id\":\"%s\""
                    .formatted(url, TRACE, businessId)));
    life.completed();
    awaitAttempts(target, receiver, MAILBOX, 3);
    return new WebhookStory(
        target, life, receiver.arrivals(MAILBOX), receiver.arrivals(ELSEWHERE), businessId);
  }

  /** Waits for attempts; the checks report those that did not come. */
  private static void awaitAttempts(Target target, Receiver receiver, String mailbox, int count) {
    var driver = new MockClockDriver(target);
    Optional<Integer> unused =
        target.await(
            () -> {
              int came = receiver.arrivals(mailbox).size();
              if (came < count) {
                driver.advance();
              }
              return came < count ? Optional.empty() : Optional.of(came);
            });
  }

  Arrival first() {
    if (attempts.isEmpty()) {
      throw new CheckSkipped("no webhook came: see webhooks.delivered");
    }
    return attempts.get(0);
  }

  void requireDelivered() {
    requireAttempts(1);
  }

  void requireAttempts(int count) {
    if (attempts.size() < count) {
      throw new CheckFailed(
          "%d attempts at the callback_url within %d s (--timeout)"
              .formatted(count, target.settings().timeout().toSeconds()),
          attempts.size() + " attempts",
          life.end());
    }
  }

  void headers(Arrival event) {
    require(event, "X-ToAPIs-Webhook-Id", "evt_.+");
    require(event, "X-ToAPIs-Webhook-Timestamp", "[0-9]{10,11}");
    require(event, "X-ToAPIs-Webhook-Signature", "v1=[0-9a-f]{64}(, ?v1=[0-9a-f]{64})*");
  }

  private static void require(Arrival event, String name, String regex) {
    @Nullable String value = event.header(name);
    if (value == null || !value.matches(regex)) {
      throw failure(
          "a header " + name + " of the form " + regex,
          value == null ? "none" : "'" + value + "'",
          event);
    }
  }

  void isJsonPost(Arrival event) {
    @Nullable String type = event.header("Content-Type");
    if (!event.method().equals("POST") || type == null || !type.startsWith("application/json")) {
      throw failure("a POST of application/json", event.method() + " of " + type, event);
    }
  }

  void conforms(Arrival event) {
    List<String> faults = target.schemas().faults("WebhookEvent", event.json());
    if (!faults.isEmpty()) {
      throw failure("a body as WebhookEvent has it", String.join("; ", faults), event);
    }
  }

  void idsAgree(Arrival event) {
    String id = event.json().path("id").asText();
    if (!id.equals(event.header("X-ToAPIs-Webhook-Id"))) {
      throw failure("the id of the header, " + event.header("X-ToAPIs-Webhook-Id"), id, event);
    }
  }

  void signed(Arrival event) {
    WebhookVerifier verifier =
        WebhookVerifier.of(secret()).withTolerance(Duration.ofDays(36_500)); // freshness is apart
    try {
      verifier.verify(event::header, event.body());
    } catch (WebhookRefusedException e) {
      if (e.reason() == Reason.SIGNATURE || e.reason() == Reason.HEADER) {
        throw failure(
            "v1=HMAC-SHA256(secret, id + '.' + timestamp + '.' + body) in hexadecimal digits",
            "attempt " + (attempts.indexOf(event) + 1) + " with " + e.getMessage(),
            event);
      }
    }
  }

  private String secret() {
    @Nullable String secret = target.settings().webhooks().secret();
    if (secret != null) {
      return secret;
    }
    if (target.isMock()) {
      return MOCK_SECRET;
    }
    throw new CheckSkipped("the account's webhook secret is not known; give --webhook-secret");
  }

  void fresh(Arrival event) {
    long off = Math.abs(timestamp(event) - event.at().getEpochSecond());
    if (off > TOLERANCE_SECONDS) {
      throw failure(
          "a timestamp within %d s of this machine's clock".formatted(TOLERANCE_SECONDS),
          off + " s off",
          event);
    }
  }

  void completed(Arrival event) {
    JsonNode end = life.end().json();
    requireText(event, "/type", "generation.completed");
    requireText(event, "/api_version", "v1");
    requireText(event, "/data/status", "SUCCESS");
    requireCommon(event);
    requireNumber(event, "/data/finished_at", end.path("completed_at").asLong());
  }

  void failed(Arrival event) {
    requireText(event, "/type", "generation.failed");
    requireText(event, "/data/status", "FAILURE");
    requireCommon(event);
    requireText(event, "/data/error/code", life.end().text("/error/code"));
    if (event.json().at("/data/result").isObject()) {
      throw failure("no result", "one", event);
    }
  }

  private void requireCommon(Arrival event) {
    requireText(event, "/data/task_id", life.id());
    requireText(event, "/data/task_type", "video");
    requireText(event, "/data/model", life.end().text("/model"));
    requireText(event, "/data/progress", "100%");
    requireNumber(event, "/data/submitted_at", life.end().json().path("created_at").asLong());
  }

  void sameResult(Arrival event) {
    requireText(event, "/data/result/data/0/url", life.end().text("/result/data/0/url"));
  }

  void sameBilling(Arrival event) {
    JsonNode told = life.end().json().path("billing");
    if (!event.json().at("/data/billing").equals(told)) {
      throw failure(
          "/data/billing = " + told, "/data/billing = " + event.json().at("/data/billing"), event);
    }
  }

  void echo(Arrival event) {
    requireText(event, "/data/client_business_id", businessId);
    requireText(event, "/data/trace_id", TRACE);
  }

  void requireNotRedirected() {
    requireAttempts(2);
    if (!redirected.isEmpty()) {
      throw failure("no call to where the redirect led", "one", redirected.get(0));
    }
  }

  void requireSameEvent() {
    requireAttempts(2);
    for (Arrival retry : attempts.subList(1, attempts.size())) {
      String id = String.valueOf(first().header("X-ToAPIs-Webhook-Id"));
      if (!id.equals(retry.header("X-ToAPIs-Webhook-Id"))) {
        throw failure("the id " + id, "" + retry.header("X-ToAPIs-Webhook-Id"), retry);
      }
      if (!Arrays.equals(first().body(), retry.body())) {
        throw failure("the body of the first attempt", "another body", retry);
      }
    }
  }

  /** Requires as much time between two timestamps as between the two attempts. */
  void requireOwnTimestamps() {
    requireAttempts(2);
    for (Arrival retry : attempts.subList(1, attempts.size())) {
      long passed = Duration.between(first().at(), retry.at()).toSeconds();
      long said = timestamp(retry) - timestamp(first());
      if (Math.abs(said - passed) > CLOCKS_DIFFER_SECONDS) {
        throw failure(
            "a timestamp " + passed + " s after that of the first attempt", said + " s", retry);
      }
    }
  }

  private static long timestamp(Arrival event) {
    @Nullable String value = event.header("X-ToAPIs-Webhook-Timestamp");
    if (value == null || !value.matches("[0-9]{1,15}")) {
      throw failure("a timestamp in Unix seconds", "'" + value + "'", event);
    }
    return Long.parseLong(value);
  }

  private static void requireText(Arrival event, String pointer, String expected) {
    JsonNode value = event.json().at(pointer);
    if (!value.isTextual() || !value.textValue().equals(expected)) {
      throw failure(pointer + " = \"" + expected + "\"", pointer + " = " + value, event);
    }
  }

  private static void requireNumber(Arrival event, String pointer, long expected) {
    JsonNode value = event.json().at(pointer);
    if (!value.isIntegralNumber() || value.longValue() != expected) {
      throw failure(pointer + " = " + expected, pointer + " = " + value, event);
    }
  }
}
