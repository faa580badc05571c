package dev.seedance.mock.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.clock.RealTime;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.generation.Task;
import dev.seedance.mock.generation.TaskAnswer;
import dev.seedance.mock.generation.Ulid;
import dev.seedance.mock.result.ResultLinks;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Fault;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends webhooks: each event when it is made, then by the retry table until a receiver takes it.
 *
 * <p>Everything happens by the sandbox's agenda, so it obeys the sandbox's clock and ends with it.
 */
@Singleton
public final class Deliveries {

  /** How much of a receiver's answer the log shows, in characters. */
  private static final int SHOWN_RESPONSE = 1_024;

  private static final List<String> WRONG_SECRETS = List.of("not the secret");

  private enum Kind {
    PLANNED,
    PLANNED_BADLY_SIGNED,
    ON_DEMAND
  }

  private final WebhookClient client;
  private final ResultLinks links;
  private final BeanProvider<ObjectMapper> json;
  private final RealTime realTime;
  private final boolean sandboxTimestamps;

  Deliveries(
      WebhookClient client,
      ResultLinks links,
      BeanProvider<ObjectMapper> json,
      RealTime realTime,
      MockOptions options) {
    this.client = client;
    this.links = links;
    this.json = json;
    this.realTime = realTime;
    this.sandboxTimestamps = options.clockStart() != null;
  }

  /** Whether a task's end is to be told to anybody. */
  public boolean areWantedFor(Sandbox sandbox, Task task) {
    return receiver(sandbox, task).isPresent();
  }

  /** Tells a task's end to its receiver, where it has one; the attempts are made by the agenda. */
  public void taskEnded(Sandbox sandbox, Task task, Instant now) {
    receiver(sandbox, task)
        .ifPresent(
            url -> {
              var answer = TaskAnswer.of(task, now, () -> links.of(sandbox, task));
              Delivery delivery =
                  add(
                      sandbox,
                      WebhookEvent.ended(newId(sandbox, now), now, task, answer),
                      url,
                      now);
              enter(sandbox, delivery.id(), now);
            });
  }

  /** Sends a trial event, once; done when that was attempted. */
  CompletableFuture<Delivery> test(Sandbox sandbox, String url) {
    Instant now = sandbox.clock().instant();
    Delivery delivery = add(sandbox, WebhookEvent.test(newId(sandbox, now), now), url, now);
    return attempt(sandbox, delivery.id(), now, Kind.ON_DEMAND);
  }

  /**
   * Sends an event once more, beside the retry table; done when that was attempted.
   *
   * @throws ApiException 404 where the log has no such delivery
   */
  CompletableFuture<Delivery> redeliver(Sandbox sandbox, String id) {
    return attempt(sandbox, id, sandbox.clock().instant(), Kind.ON_DEMAND);
  }

  /** Goes on with the plan of a delivery that was restored. */
  void resume(Sandbox sandbox, Delivery delivery) {
    Instant due = delivery.nextAttemptAt();
    if (due != null) {
      enter(sandbox, delivery.id(), due);
    }
  }

  private CompletableFuture<Delivery> attempt(Sandbox sandbox, String id, Instant now, Kind kind) {
    Delivery delivery = sandbox.webhooks().find(id).orElseThrow(() -> unknown(id));
    WebhookSettings settings = sandbox.webhooks().settings();
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = headers(settings, id, now, body, kind);
    CompletableFuture<Reply> reply =
        settings.enabled()
            ? client.post(delivery.url(), headers, body)
            : CompletableFuture.completedFuture(Reply.failed("webhooks are switched off"));
    return reply.thenApply(
        came -> {
          boolean planned = kind != Kind.ON_DEMAND;
          return record(sandbox, id, now, attempt(now, planned, headers, settings, came));
        });
  }

  private static Attempt attempt(
      Instant now,
      boolean planned,
      Map<String, String> headers,
      WebhookSettings settings,
      Reply reply) {
    String body = reply.body();
    return new Attempt(
        0,
        now.toString(),
        planned,
        headers,
        reply.status(),
        body == null
            ? null
            : settings.redact(body.substring(0, Math.min(body.length(), SHOWN_RESPONSE))),
        reply.error());
  }

  /** Writes an attempt into the log and enters the next one. */
  private Delivery record(Sandbox sandbox, String id, Instant now, Attempt attempt) {
    Delivery updated =
        sandbox
            .webhooks()
            .update(id, delivery -> delivery.after(attempt, next(sandbox, delivery, attempt, now)))
            .orElseThrow(() -> unknown(id));
    Instant due = updated.nextAttemptAt();
    if (due == null) {
      sandbox.agenda().cancel(id);
    } else if (attempt.planned()) {
      enter(sandbox, id, due);
    }
    sandbox.events().publish("webhook", () -> DeliveryEvent.of(updated));
    return updated;
  }

  /** An attempt on demand leaves the plan as it is. */
  private static Optional<Instant> next(
      Sandbox sandbox, Delivery delivery, Attempt attempt, Instant now) {
    if (!attempt.planned()) {
      return Optional.ofNullable(delivery.nextAttemptAt())
          .filter(due -> sandbox.agenda().contains(delivery.id()));
    }
    Instant ended = sandbox.clock().setting().rate() == 0 ? now : sandbox.clock().instant();
    return RetryTable.delayAfter(delivery.plannedAttempts() + 1).map(ended::plus);
  }

  private void enter(Sandbox sandbox, String id, Instant due) {
    sandbox
        .agenda()
        .enter(
            id,
            due,
            now ->
                sandbox
                    .webhooks()
                    .find(id)
                    .map(delivery -> attemptByPlan(sandbox, delivery, now))
                    .orElse(CompletableFuture.completedFuture(null)));
  }

  /** What the task's scenario lets go wrong with this attempt goes wrong. */
  private CompletableFuture<?> attemptByPlan(Sandbox sandbox, Delivery delivery, Instant now) {
    List<Fault.OfWebhook> faults =
        sandbox
            .tasks()
            .find(delivery.taskId())
            .map(sandbox.scenarios()::onWebhook)
            .orElse(List.of());
    Duration delay = WebhookFaults.delay(faults);
    if (delay.isZero()) {
      return attempt(sandbox, delivery.id(), now, faults);
    }
    sandbox
        .agenda()
        .enter(
            delivery.id(), now.plus(delay), late -> attempt(sandbox, delivery.id(), late, faults));
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<?> attempt(
      Sandbox sandbox, String id, Instant now, List<Fault.OfWebhook> faults) {
    Kind kind = WebhookFaults.badSignature(faults) ? Kind.PLANNED_BADLY_SIGNED : Kind.PLANNED;
    CompletableFuture<Delivery> first = attempt(sandbox, id, now, kind);
    return WebhookFaults.duplicate(faults)
        ? first.thenCompose(done -> attempt(sandbox, id, now, Kind.ON_DEMAND))
        : first;
  }

  private Delivery add(Sandbox sandbox, WebhookEvent event, String url, Instant now) {
    Delivery delivery = Delivery.of(event, url, write(event), now);
    sandbox.webhooks().add(delivery);
    return delivery;
  }

  private Map<String, String> headers(
      WebhookSettings settings, String id, Instant now, byte[] body, Kind kind) {
    long timestamp = (sandboxTimestamps ? now : realTime.instant()).getEpochSecond();
    var headers = new LinkedHashMap<String, String>();
    headers.put("User-Agent", "ToAPIs-Webhook/1.0");
    headers.put("Content-Type", "application/json");
    headers.put("X-ToAPIs-Webhook-Id", id);
    headers.put("X-ToAPIs-Webhook-Timestamp", Long.toString(timestamp));
    headers.put(
        "X-ToAPIs-Webhook-Signature",
        Signature.header(
            kind == Kind.PLANNED_BADLY_SIGNED ? WRONG_SECRETS : settings.secretsAt(now),
            id,
            timestamp,
            body));
    return headers;
  }

  private static Optional<String> receiver(Sandbox sandbox, Task task) {
    WebhookSettings settings = sandbox.webhooks().settings();
    @Nullable String own = task.callback().url();
    return Optional.ofNullable(own != null ? own : settings.defaultUrl())
        .filter(url -> settings.enabled());
  }

  private String write(WebhookEvent event) {
    try {
      return json.get().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event can always be written", e);
    }
  }

  private static String newId(Sandbox sandbox, Instant now) {
    return "evt_" + Ulid.of(now, sandbox.nextDraw());
  }

  private static ApiException unknown(String id) {
    return new ApiException(
        ErrorCode.NOT_FOUND,
        "no delivery '" + id + "'; GET /_mock/webhooks/deliveries lists those that are kept");
  }
}
