package dev.seedance.mock.webhook;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.generation.Milestones;
import dev.seedance.mock.generation.Ulid;
import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Webhooks on demand: settings, trial deliveries, the log. */
@Singleton
final class WebhookControl {

  private final Deliveries deliveries;
  private final Milestones milestones;

  WebhookControl(Deliveries deliveries, Milestones milestones) {
    this.deliveries = deliveries;
    this.milestones = milestones;
  }

  SettingsAnswer show(Sandbox sandbox) {
    return SettingsAnswer.of(sandbox.webhooks().settings(), sandbox.clock().instant());
  }

  /** Changes the settings; from now on somebody may wait for tasks that nobody waited for. */
  SettingsAnswer change(Sandbox sandbox, SettingsChange change) {
    WebhookSettings changed = sandbox.webhooks().change(change::applyTo);
    if (changed.enabled() && changed.defaultUrl() != null) {
      milestones.followAll(sandbox);
    }
    return show(sandbox);
  }

  /**
   * Rotates the secret.
   *
   * @param wanted the new secret; null draws one
   */
  Rotation rotate(Sandbox sandbox, @Nullable String wanted) {
    Instant now = sandbox.clock().instant();
    String secret =
        wanted == null
            ? "whsec_" + Ulid.of(now, sandbox.nextDraw())
            : SettingsChange.requireSecret(wanted);
    sandbox.webhooks().change(settings -> settings.rotatedTo(secret, now));
    return new Rotation(wanted == null ? secret : null, show(sandbox));
  }

  CompletableFuture<DeliveryAnswer> test(Sandbox sandbox, @Nullable String wanted) {
    String url = wanted == null ? sandbox.webhooks().settings().defaultUrl() : wanted;
    if (url == null) {
      throw ApiException.of(
          ErrorCode.INVALID_REQUEST,
          "no receiver; send {\"url\":\"http://127.0.0.1:9000/hook\"}, or set default_url",
          "url");
    }
    return deliveries
        .test(sandbox, SettingsChange.requireUrl("url", url))
        .thenApply(DeliveryAnswer::of);
  }

  CompletableFuture<DeliveryAnswer> redeliver(Sandbox sandbox, String id) {
    return deliveries.redeliver(sandbox, id).thenApply(DeliveryAnswer::of);
  }

  /** The deliveries that are kept, the oldest first; of one task where it is named. */
  List<DeliveryAnswer> list(Sandbox sandbox, @Nullable String taskId) {
    return sandbox.webhooks().list().stream()
        .filter(delivery -> taskId == null || delivery.taskId().equals(taskId))
        .map(DeliveryAnswer::of)
        .toList();
  }
}
