package dev.seedance.mock.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The clock of a sandbox.
 *
 * <p>A straight line over real time: from an anchor, a real instant and its sandbox instant, time
 * flows at the setting's rate. Setting the clock replaces the anchor. Thread-safe; never goes back
 * unless it is set back.
 */
public final class SandboxClock implements InstantSource {

  private record Line(ClockSetting setting, Instant realAnchor, Instant sandboxAnchor) {

    Instant at(Instant real) {
      long elapsed = Duration.between(realAnchor, real).toNanos();
      if (elapsed < 0 || setting.rate() == 0) {
        return sandboxAnchor;
      }
      return sandboxAnchor.plusNanos((long) (elapsed * setting.rate()));
    }
  }

  private final InstantSource real;
  private volatile Line line;

  /**
   * Starts a clock now.
   *
   * @param real real time
   * @param setting the flow of time
   * @param start the sandbox's first instant
   */
  public SandboxClock(InstantSource real, ClockSetting setting, Instant start) {
    this.real = real;
    this.line = new Line(setting, real.instant(), start);
  }

  /** Returns the sandbox's now. */
  @Override
  public Instant instant() {
    return line.at(real.instant());
  }

  /** Returns the flow of time. */
  public ClockSetting setting() {
    return line.setting();
  }

  /**
   * Advances an automatic clock to the next event of the polled task; another clock stays as it is.
   *
   * @param nextEventAfter finds the next event; called only if the clock is automatic
   */
  public void onPoll(Function<Instant, Optional<Instant>> nextEventAfter) {
    if (setting().mode() == ClockSetting.Mode.AUTO) {
      nextEventAfter.apply(instant()).ifPresent(this::advanceTo);
    }
  }

  /** Continues from another instant with another setting. */
  synchronized void restore(ClockSetting setting, Instant now) {
    line = new Line(setting, real.instant(), now);
  }

  /** Advances to an instant; does nothing if it is past. */
  synchronized void advanceTo(Instant target) {
    if (target.isAfter(instant())) {
      line = new Line(line.setting(), real.instant(), target);
    }
  }

  /** Changes the flow of time from now on. */
  synchronized void set(ClockSetting setting) {
    line = new Line(setting, real.instant(), instant());
  }

  /** Returns the real time until an instant; empty if the clock stands still. */
  Optional<Duration> realTimeUntil(Instant target) {
    double rate = setting().rate();
    if (rate == 0) {
      return Optional.empty();
    }
    double seconds = Duration.between(instant(), target).toMillis() / 1000.0;
    return Optional.of(Duration.ofMillis((long) Math.ceil(Math.max(0, seconds / rate) * 1000)));
  }
}
