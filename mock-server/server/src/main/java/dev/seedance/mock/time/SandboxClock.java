package dev.seedance.mock.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The clock of a sandbox.
 *
 * <p>A straight line over the flow of real time: from an anchor, a moment of that flow and its
 * sandbox instant, time flows at the setting's rate. Setting the clock replaces the anchor. At
 * {@link TimeRange#LATEST} the clock stops. Thread-safe; never goes back unless it is set back.
 */
public final class SandboxClock implements InstantSource {

  private record Line(ClockSetting setting, Duration realAnchor, Instant sandboxAnchor) {

    Instant at(Duration real) {
      return setting.after(sandboxAnchor, real.minus(realAnchor));
    }
  }

  /**
   * The clock without a change of it that is under way.
   *
   * @param setting the flow of time
   * @param now the sandbox's now
   */
  public record Settled(ClockSetting setting, Instant now) {}

  private final TimeSource real;
  private volatile Line line;
  private volatile Line settled;

  /**
   * Starts a clock now.
   *
   * @param real real time
   * @param setting the flow of time
   * @param start the sandbox's first instant, of {@link TimeRange}
   */
  public SandboxClock(TimeSource real, ClockSetting setting, Instant start) {
    this.real = real;
    this.line = new Line(setting, real.flowed(), start);
    this.settled = line;
  }

  /** Returns the sandbox's now. */
  @Override
  public Instant instant() {
    return line.at(real.flowed());
  }

  /** Returns the clock as the last complete change left it, flowing on since then. */
  public Settled settled() {
    Line last = settled;
    return new Settled(last.setting(), last.at(real.flowed()));
  }

  /** Completes a change; false if there was none. */
  synchronized boolean settle() {
    boolean changed = !settled.equals(line);
    settled = line;
    return changed;
  }

  /** Tells if the clock has reached its last instant, at which it stands however it is set. */
  public boolean isAtItsEnd() {
    return !instant().isBefore(TimeRange.LATEST);
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
    line = new Line(setting, real.flowed(), now);
  }

  /** Advances to an instant, or to the clock's end if that is earlier; does nothing if past. */
  synchronized void advanceTo(Instant target) {
    if (target.isAfter(instant())) {
      line = new Line(line.setting(), real.flowed(), TimeRange.nearest(target));
    }
  }

  /** Changes the flow of time from now on. */
  synchronized void set(ClockSetting setting) {
    line = new Line(setting, real.flowed(), instant());
  }

  /** Returns the real time until an event; none if it is due, empty if it never comes by itself. */
  Optional<Duration> realTimeUntilDue(Instant due) {
    return due.isAfter(instant()) ? realTimeUntil(due) : Optional.of(Duration.ZERO);
  }

  /** Returns the real time until an instant; empty if the clock stands still. */
  Optional<Duration> realTimeUntil(Instant target) {
    double rate = setting().rate();
    if (rate == 0 || isAtItsEnd()) {
      return Optional.empty();
    }
    double seconds = Duration.between(instant(), target).toMillis() / 1000.0;
    return Optional.of(Duration.ofMillis((long) Math.ceil(Math.max(0, seconds / rate) * 1000)));
  }
}
