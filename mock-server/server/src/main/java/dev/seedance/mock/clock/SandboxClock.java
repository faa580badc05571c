package dev.seedance.mock.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What time it is in a sandbox.
 *
 * <p>A straight line over real time: from an anchor (this real instant was that sandbox instant),
 * sandbox time flows at the setting's rate. Setting the clock moves the anchor. Thread-safe; never
 * goes back unless it is set back.
 */
public final class SandboxClock implements InstantSource {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private record Line(ClockSetting setting, Instant realAnchor, Instant sandboxAnchor) {

    Instant at(Instant real) {
      long elapsed = nanosSinceAnchor(real);
      if (elapsed < 0 || setting.rate() == 0) {
        return sandboxAnchor;
      }
      return sandboxAnchor.plusNanos((long) (elapsed * setting.rate()));
    }

    /** As {@link Duration#between} has it, without its detours: every call asks for it. */
    private long nanosSinceAnchor(Instant real) {
      long seconds = real.getEpochSecond() - realAnchor.getEpochSecond();
      return Math.multiplyExact(seconds, NANOS_PER_SECOND) + real.getNano() - realAnchor.getNano();
    }
  }

  private final InstantSource real;
  private volatile Line line;

  /**
   * A clock that starts to flow now.
   *
   * @param real real time
   * @param setting how the clock flows
   * @param start the sandbox's first instant
   */
  public SandboxClock(InstantSource real, ClockSetting setting, Instant start) {
    this.real = real;
    this.line = new Line(setting, real.instant(), start);
  }

  /** The sandbox's now. */
  @Override
  public Instant instant() {
    return line.at(real.instant());
  }

  /** How the clock flows. */
  public ClockSetting setting() {
    return line.setting();
  }

  /**
   * Lets a poll be felt: under {@link ClockSetting.Mode#AUTO} time moves on to the task's next
   * event, else nothing happens.
   *
   * @param nextEventAfter when something will next happen to the polled task; asked only where it
   *     matters
   */
  public void onPoll(Function<Instant, Optional<Instant>> nextEventAfter) {
    if (setting().mode() == ClockSetting.Mode.AUTO) {
      nextEventAfter.apply(instant()).ifPresent(this::moveOnTo);
    }
  }

  /** Flows from another instant, in another way. */
  synchronized void restore(ClockSetting setting, Instant now) {
    line = new Line(setting, real.instant(), now);
  }

  /**
   * Moves on to an instant; nothing happens where it is past.
   *
   * @param target the instant to move to
   */
  synchronized void moveOnTo(Instant target) {
    if (target.isAfter(instant())) {
      line = new Line(line.setting(), real.instant(), target);
    }
  }

  /** Flows otherwise from now on. */
  synchronized void set(ClockSetting setting) {
    line = new Line(setting, real.instant(), instant());
  }

  /** Makes it another time at once, earlier or later. */
  synchronized void setBack(Instant target) {
    line = new Line(line.setting(), real.instant(), target);
  }

  /** How long it really takes until an instant; empty where the clock stands still. */
  Optional<Duration> realTimeUntil(Instant target) {
    double rate = setting().rate();
    if (rate == 0) {
      return Optional.empty();
    }
    double seconds = Duration.between(instant(), target).toMillis() / 1000.0;
    return Optional.of(Duration.ofMillis((long) Math.ceil(Math.max(0, seconds / rate) * 1000)));
  }
}
