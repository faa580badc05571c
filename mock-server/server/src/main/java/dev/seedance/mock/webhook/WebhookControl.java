package dev.seedance.mock.webhook;

import dev.seedance.mock.generation.TaskFollower;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ControlBody;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.plan.Ulid;
import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Webhooks on demand: settings, trial deliveries, the log. */
@Singleton
final class WebhookControl {

  /** The body of a call for a test event. */
  record Trial(@Nullable String url) {}

  private final DeliverySchedule schedule;
  private final TaskFollower follower;

  WebhookControl(DeliverySchedule schedule, TaskFollower follower) {
    this.schedule = schedule;
    this.follower = follower;
  }

  SettingsResponse show(Sandbox sandbox) {
    return SettingsResponse.of(
        sandbox.get(DeliveryLog.class).settings(), sandbox.clock().instant());
  }

  /** Changes the settings; from now on somebody may wait for tasks that nobody waited for. */
  SettingsResponse change(Sandbox sandbox, byte[] body) {
    SettingsChange change = ControlBody.read(body, SettingsChange.class);
    sandbox.atomically(
        () -> {
          WebhookSettings changed = sandbox.get(DeliveryLog.class).change(change::applyTo);
          if (changed.enabled() && changed.defaultUrl() != null) {
            follower.followAll(sandbox);
          }
        });
    return show(sandbox);
  }

  /**
   * Rotates the secret.
   *
   * @param body may name the new secret; else one is drawn
   */
  Rotation rotate(Sandbox sandbox, byte[] body) {
    String wanted = ControlBody.read(body, Rotation.Request.class).secret();
    Instant now = sandbox.clock().instant();
    String secret =
        wanted == null
            ? "whsec_" + Ulid.of(now, sandbox.nextDraw())
            : SettingsChange.requireSecret(wanted);
    sandbox.get(DeliveryLog.class).change(settings -> settings.rotatedTo(secret, now));
    return new Rotation(wanted == null ? secret : null, show(sandbox));
  }

  CompletableFuture<DeliveryResponse> test(Sandbox sandbox, byte[] body) {
    String wanted = ControlBody.read(body, Trial.class).url();
    String url = wanted == null ? sandbox.get(DeliveryLog.class).settings().defaultUrl() : wanted;
    if (url == null) {
      throw ApiException.of(
          ErrorCode.INVALID_REQUEST,
          "no receiver; send {\"url\":\"http://127.0.0.1:9000/hook\"}, or set default_url",
          "url");
    }
    return schedule
        .test(sandbox, SettingsChange.requireUrl("url", url))
        .thenApply(DeliveryResponse::of);
  }

  CompletableFuture<DeliveryResponse> redeliver(Sandbox sandbox, String id) {
    return schedule.redeliver(sandbox, id).thenApply(DeliveryResponse::of);
  }

  /** Returns the deliveries that are kept, the oldest first; of one task if it is named. */
  List<DeliveryResponse> list(Sandbox sandbox, @Nullable String taskId) {
    return sandbox.get(DeliveryLog.class).list().stream()
        .filter(delivery -> taskId == null || delivery.taskId().equals(taskId))
        .map(DeliveryResponse::of)
        .toList();
  }
}
