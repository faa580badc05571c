package dev.seedance.contract.verify;

import dev.seedance.mock.testkit.MockServer;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that passes with each sleep, for the verifier and for a mock with a frozen clock alike: both
 * see real time pass, and no test waits.
 */
final class SteppedTime implements Time {

  private volatile Instant now = Instant.parse("2026-07-01T12:00:00Z");
  private volatile Runnable onPassed = () -> {};

  /** Advances the clock of a sandbox with this time; its due events have happened after a sleep. */
  void moves(MockServer sandbox) {
    onPassed =
        () -> sandbox.clock().advance(Duration.between(sandbox.clock().instant(), instant()));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration duration) {
    synchronized (this) {
      now = now.plus(duration);
    }
    onPassed.run();
  }
}
