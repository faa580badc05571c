package dev.seedance.mock.control;

import dev.seedance.mock.event.EventStream;
import dev.seedance.mock.http.ControlBody;
import dev.seedance.mock.sandbox.ClockResponse;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.time.ClockSetting;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sets and advances the clock of a sandbox, and publishes each change. */
@Singleton
final class ClockControl {

  ClockResponse show(Sandbox sandbox) {
    return ClockResponse.of(sandbox);
  }

  /**
   * Sets the clock.
   *
   * @param body a {@link ClockChange}
   */
  CompletableFuture<ClockResponse> set(Sandbox sandbox, byte[] body) {
    ClockChange change = ControlBody.read(body, ClockChange.class);
    ClockSetting setting = change.setting(sandbox.clock().setting());
    Optional<Instant> now = change.instant();
    return shown(sandbox, sandbox.queue().setClock(setting, now));
  }

  /**
   * Advances the clock.
   *
   * @param body a {@link ClockAdvance}
   */
  CompletableFuture<ClockResponse> advance(Sandbox sandbox, byte[] body) {
    ClockAdvance advance = ControlBody.read(body, ClockAdvance.class);
    advance.requireValid(sandbox.clock().instant());
    return shown(sandbox, sandbox.queue().advanceTo(() -> advance.from(sandbox.clock().instant())));
  }

  /** Advances the clock to the next event. */
  CompletableFuture<ClockResponse> advanceToNext(Sandbox sandbox) {
    return shown(
        sandbox,
        sandbox.queue().advanceTo(() -> sandbox.nextEvent().orElseGet(sandbox.clock()::instant)));
  }

  private CompletableFuture<ClockResponse> shown(Sandbox sandbox, CompletableFuture<Void> change) {
    return change.thenApply(
        done -> {
          sandbox.get(EventStream.class).publish("clock", () -> show(sandbox));
          return show(sandbox);
        });
  }
}
