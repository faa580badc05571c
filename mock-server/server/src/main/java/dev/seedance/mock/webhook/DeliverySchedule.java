package dev.seedance.mock.webhook;

import dev.seedance.mock.event.EventStream;
import dev.seedance.mock.generation.Callback;
import dev.seedance.mock.generation.ResultLinks;
import dev.seedance.mock.generation.Task;
import dev.seedance.mock.generation.TaskListener;
import dev.seedance.mock.generation.TaskResponse;
import dev.seedance.mock.generation.TaskStore;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.plan.Ulid;
import dev.seedance.mock.revision.Revision;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Fault;
import dev.seedance.mock.scenario.Scenarios;
import dev.seedance.spec.text.ShownText;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Decides when webhooks are attempted: each event when it is made, then by the {@link RetryTable}
 * until a receiver takes it.
 *
 * <p>Every attempt is an event of the sandbox's queue, so it obeys the sandbox's clock and ends
 * with it.
 */
@Singleton
final class DeliverySchedule implements TaskListener {

  private static final int MOST_SHOWN = 200;

  private final WebhookSender sender;

  DeliverySchedule(WebhookSender sender) {
    this.sender = sender;
  }

  @Override
  public void requireServable(Sandbox sandbox, Revision revision, Callback callback) {
    if (callback.url() == null) {
      return;
    }
    WebhookSettings settings = log(sandbox).settings();
    if (!settings.enabled()) {
      throw ApiException.of(
          ErrorCode.WEBHOOK_NOT_CONFIGURED,
          "callback_url needs webhooks, which are switched off; PUT /_mock/webhooks"
              + " {\"enabled\":true}, or leave callback_url out",
          "callback_url");
    }
    if (revision.callbackSameOrigin() && !settings.admits(callback.url())) {
      throw ApiException.of(
          ErrorCode.INVALID_REQUEST,
          "callback_url '%s' has another origin than the default URL of this key's webhooks, '%s'; only path and query may differ"
              .formatted(
                  ShownText.plain(callback.url(), MOST_SHOWN),
                  ShownText.plain(String.valueOf(settings.defaultUrl()), MOST_SHOWN)),
          "callback_url");
    }
  }

  @Override
  public boolean waitsFor(Sandbox sandbox, Task task) {
    return receiver(sandbox, task).isPresent();
  }

  @Override
  public void onState(Sandbox sandbox, Task task, TaskState state, Instant now) {
    if (state.isFinal()) {
      receiver(sandbox, task).ifPresent(url -> deliverEnd(sandbox, task, state, url, now));
    }
  }

  private void deliverEnd(Sandbox sandbox, Task task, TaskState state, String url, Instant now) {
    var response = TaskResponse.of(task, now, () -> ResultLinks.of(sandbox, task));
    var event = WebhookEvent.ended(idOfEnd(sandbox, task, state), now, task, response);
    schedule(sandbox, add(sandbox, event, url, now).id(), now);
  }

  /** Sends a test event, once; completes when that was attempted. */
  CompletableFuture<Delivery> test(Sandbox sandbox, String url) {
    Instant now = sandbox.clock().instant();
    Delivery delivery = add(sandbox, WebhookEvent.test(newId(sandbox, now), now), url, now);
    return attempt(sandbox, delivery.id(), now, AttemptKind.ON_DEMAND);
  }

  /**
   * Sends an event once more, beside the retry table; completes when that was attempted.
   *
   * @throws ApiException 404 if the log has no such delivery
   */
  CompletableFuture<Delivery> redeliver(Sandbox sandbox, String id) {
    return attempt(sandbox, id, sandbox.clock().instant(), AttemptKind.ON_DEMAND);
  }

  /** Continues with the attempts of a delivery that was restored. */
  void resume(Sandbox sandbox, Delivery delivery) {
    Instant due = delivery.nextAttemptAt();
    if (due != null) {
      schedule(sandbox, delivery.id(), due);
    }
  }

  /** Cancels the attempts that a delivery still has to come. */
  static void cancel(Sandbox sandbox, Delivery delivery) {
    sandbox.queue().cancel(key(delivery.id()));
  }

  /** Tells a delivery's events apart from a task's: in a snapshot both may have the same id. */
  private static String key(String id) {
    return "delivery " + id;
  }

  /**
   * Schedules an attempt, ahead of the ends of further tasks at the same time: what is sent makes
   * room for what follows.
   */
  private void schedule(Sandbox sandbox, String id, Instant due) {
    sandbox.queue().scheduleAhead(key(id), due, now -> attemptByPlan(sandbox, id, now));
  }

  /** Attempts a delivery that is still kept, with the faults of the task's scenario. */
  private CompletableFuture<?> attemptByPlan(Sandbox sandbox, String id, Instant now) {
    Optional<Delivery> kept = log(sandbox).find(id);
    List<Fault.OfWebhook> faults =
        kept.flatMap(delivery -> sandbox.get(TaskStore.class).find(delivery.taskId()))
            .map(task -> sandbox.get(Scenarios.class).onWebhook(task.scenario()))
            .orElse(List.of());
    Duration delay = delay(faults);
    if (kept.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    if (delay.isZero()) {
      return attempt(sandbox, id, now, faults);
    }
    sandbox
        .queue()
        .scheduleAhead(key(id), now.plus(delay), late -> attempt(sandbox, id, late, faults));
    return CompletableFuture.completedFuture(null);
  }

  private static Duration delay(List<Fault.OfWebhook> faults) {
    return faults.stream()
        .map(fault -> fault instanceof Fault.Delay delay ? delay.by() : Duration.ZERO)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private CompletableFuture<?> attempt(
      Sandbox sandbox, String id, Instant now, List<Fault.OfWebhook> faults) {
    boolean bad = faults.stream().anyMatch(Fault.BadSignature.class::isInstance);
    boolean twice = faults.stream().anyMatch(Fault.Duplicate.class::isInstance);
    AttemptKind kind = bad ? AttemptKind.PLANNED_BADLY_SIGNED : AttemptKind.PLANNED;
    CompletableFuture<Delivery> first = attempt(sandbox, id, now, kind);
    return twice
        ? first.thenCompose(done -> attempt(sandbox, id, now, AttemptKind.ON_DEMAND))
        : first;
  }

  private CompletableFuture<Delivery> attempt(
      Sandbox sandbox, String id, Instant now, AttemptKind kind) {
    Delivery delivery = log(sandbox).find(id).orElseThrow(() -> unknown(id));
    if (sandbox.changes().isKept()) {
      return attemptStored(sandbox, delivery, now, kind);
    }
    return sender
        .send(sandbox, delivery, log(sandbox).settings(), now, kind)
        .thenApply(attempt -> record(sandbox, id, now, attempt, Delivery::after));
  }

  /**
   * Attempts a delivery when the store has it that the attempt begins. It counts as failed if the
   * store does not take that in time, or another server is about to own the sandbox.
   */
  private CompletableFuture<Delivery> attemptStored(
      Sandbox sandbox, Delivery delivery, Instant now, AttemptKind kind) {
    String id = delivery.id();
    BegunAttempt begun =
        sandbox
            .atomically(() -> log(sandbox).begin(id, now, kind != AttemptKind.ON_DEMAND))
            .orElseThrow(() -> unknown(id));
    return sandbox
        .changes()
        .cleared()
        .thenCompose(cleared -> sender.send(sandbox, delivery, log(sandbox).settings(), now, kind))
        .exceptionally(begun::notSent)
        .thenApply(
            attempt ->
                record(
                    sandbox,
                    id,
                    now,
                    attempt.numbered(begun.number()),
                    (sent, result, next) -> {
                      log(sandbox).end(id, begun);
                      return sent.afterNumbered(result, next);
                    }));
  }

  /** Returns a delivery after an attempt. */
  private interface Result {
    Delivery of(Delivery sent, Attempt attempt, Optional<Instant> next);
  }

  /** Logs an attempt and schedules the next one. */
  private Delivery record(Sandbox sandbox, String id, Instant now, Attempt attempt, Result result) {
    Delivery updated =
        sandbox.atomically(
            () -> {
              Delivery changed =
                  log(sandbox)
                      .update(
                          id, sent -> result.of(sent, attempt, next(sandbox, sent, attempt, now)))
                      .orElseThrow(() -> unknown(id));
              reschedule(sandbox, changed, attempt);
              return changed;
            });
    sandbox.get(EventStream.class).publish("webhook", () -> DeliveryEvent.of(updated));
    return updated;
  }

  private void reschedule(Sandbox sandbox, Delivery delivery, Attempt last) {
    Instant due = delivery.nextAttemptAt();
    if (due == null) {
      cancel(sandbox, delivery);
    } else if (last.planned()) {
      schedule(sandbox, delivery.id(), due);
    }
  }

  /** Returns when the next attempt is due; one on demand leaves the schedule as it is. */
  private static Optional<Instant> next(
      Sandbox sandbox, Delivery delivery, Attempt attempt, Instant now) {
    if (!attempt.planned()) {
      return Optional.ofNullable(delivery.nextAttemptAt())
          .filter(due -> sandbox.queue().contains(key(delivery.id())));
    }
    Instant ended = sandbox.clock().setting().rate() == 0 ? now : sandbox.clock().instant();
    return RetryTable.delayAfter(delivery.plannedAttempts() + 1).map(ended::plus);
  }

  private Delivery add(Sandbox sandbox, WebhookEvent event, String url, Instant now) {
    Delivery delivery = Delivery.of(event, url, sender.write(event), now);
    sandbox.atomically(
        () -> log(sandbox).add(delivery)); // it may cancel what another one waits for
    return delivery;
  }

  private static Optional<String> receiver(Sandbox sandbox, Task task) {
    WebhookSettings settings = log(sandbox).settings();
    @Nullable String own = task.callback().url();
    return Optional.ofNullable(own != null ? own : settings.defaultUrl())
        .filter(url -> settings.enabled());
  }

  private static DeliveryLog log(Sandbox sandbox) {
    return sandbox.get(DeliveryLog.class);
  }

  private static String newId(Sandbox sandbox, Instant now) {
    return "evt_" + Ulid.of(now, sandbox.nextDraw());
  }

  /**
   * Returns the id of a final event, which follows from the end of the task: a receiver that has
   * had it knows it again, even if the sandbox was restored meanwhile.
   */
  private static String idOfEnd(Sandbox sandbox, Task task, TaskState state) {
    return "evt_" + Ulid.of(task.plan().endsAt(), sandbox.drawOf(task.id() + " " + state.status()));
  }

  private static ApiException unknown(String id) {
    return new ApiException(
        ErrorCode.NOT_FOUND,
        "no delivery '" + id + "'; GET /_mock/webhooks/deliveries lists those that are kept");
  }
}
