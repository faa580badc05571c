package dev.seedance.mock.webhook;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** The webhook settings of a sandbox, secrets included, and its deliveries with what is pending. */
@Factory
final class WebhookSnapshot {

  record State(WebhookSettings settings, List<Delivery> deliveries) {

    static State of(Webhooks webhooks) {
      return new State(webhooks.settings(), webhooks.list());
    }

    /** Puts these in the place of a sandbox's own; checked first. */
    Runnable change(Sandbox sandbox, Deliveries sender) {
      if (settings.defaultUrl() != null) {
        Target.parse(settings.defaultUrl());
      }
      if (settings.secret().isBlank()) {
        throw new IllegalArgumentException("'settings.secret' is blank");
      }
      return () -> {
        sandbox.webhooks().replaceAll(settings, deliveries);
        sandbox.webhooks().list().forEach(delivery -> sender.resume(sandbox, delivery));
      };
    }
  }

  @Singleton
  SnapshotPart<State> webhooks(Deliveries sender) {
    return new SnapshotPart<>(
        "webhooks",
        State.class,
        sandbox -> State.of(sandbox.webhooks()),
        (sandbox, state) -> state.change(sandbox, sender));
  }
}
