package dev.seedance.mock;

import dev.seedance.mock.clock.ClockSetting;
import dev.seedance.mock.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The time of one sandbox, for tests in the same process as the server.
 *
 * <p>Each move returns when all that came due on the way has happened, webhook attempts included;
 * so don't move it on a thread that must answer one of those. Thread-safe.
 */
public final class MockClock {

  private final Supplier<Sandbox> sandbox;

  MockClock(Supplier<Sandbox> sandbox) {
    this.sandbox = sandbox;
  }

  /** The sandbox's now. */
  public Instant instant() {
    return sandbox.get().clock().instant();
  }

  /** When something will next happen; empty where nothing will. */
  public Optional<Instant> nextEvent() {
    return sandbox.get().nextEvent();
  }

  /** How time flows. */
  public ClockSetting setting() {
    return sandbox.get().clock().setting();
  }

  /** Lets time flow in another way from now on. */
  public void set(ClockSetting setting) {
    sandbox.get().agenda().setClock(setting, Optional.empty()).join();
  }

  /**
   * Lets time flow in another way, and from another instant.
   *
   * @param now from 1970 to 9000
   * @throws IllegalArgumentException where it is out of range
   */
  public void set(ClockSetting setting, Instant now) {
    requireWritable(now);
    sandbox.get().agenda().setClock(setting, Optional.of(now)).join();
  }

  /** Stops time: it moves by {@link #advance} and {@link #advanceToNext} alone. */
  public void freeze() {
    set(ClockSetting.FROZEN);
  }

  /**
   * Moves time on.
   *
   * @param by not negative, and not beyond the year 9000
   * @throws IllegalArgumentException where it is out of range
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("can't advance by " + by + "; set(…) sets a clock back");
    }
    Sandbox now = sandbox.get();
    Instant target = now.clock().instant().plus(by);
    requireWritable(target);
    now.agenda().moveTo(() -> target).join();
  }

  /** Moves time on to the next thing that will happen; nothing moves where nothing will. */
  public void advanceToNext() {
    Sandbox now = sandbox.get();
    now.agenda().moveTo(() -> now.nextEvent().orElseGet(now.clock()::instant)).join();
  }

  private static void requireWritable(Instant instant) {
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9000-01-01T00:00:00Z"))) {
      throw new IllegalArgumentException(instant + " is out of range; expected 1970 to 9000");
    }
  }
}
