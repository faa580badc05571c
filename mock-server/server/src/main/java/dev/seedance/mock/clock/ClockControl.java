package dev.seedance.mock.clock;

import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Moves the time of a sandbox on demand and tells those who watch. */
@Singleton
final class ClockControl {

  ClockAnswer show(Sandbox sandbox) {
    return ClockAnswer.of(sandbox.clock(), sandbox.nextEvent());
  }

  CompletableFuture<ClockAnswer> set(Sandbox sandbox, ClockChange change) {
    ClockSetting setting = change.setting(sandbox.clock().setting());
    Optional<Instant> now = change.instant();
    return shown(sandbox, sandbox.agenda().setClock(setting, now));
  }

  CompletableFuture<ClockAnswer> advance(Sandbox sandbox, ClockAdvance advance) {
    advance.requireValid(sandbox.clock().instant());
    return shown(sandbox, sandbox.agenda().moveTo(() -> advance.from(sandbox.clock().instant())));
  }

  CompletableFuture<ClockAnswer> advanceToNext(Sandbox sandbox) {
    return shown(
        sandbox,
        sandbox.agenda().moveTo(() -> sandbox.nextEvent().orElseGet(sandbox.clock()::instant)));
  }

  private CompletableFuture<ClockAnswer> shown(Sandbox sandbox, CompletableFuture<Void> move) {
    return move.thenApply(
        moved -> {
          sandbox.events().publish("clock", () -> show(sandbox));
          return show(sandbox);
        });
  }
}
