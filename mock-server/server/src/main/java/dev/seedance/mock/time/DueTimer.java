package dev.seedance.mock.time;

import dev.seedance.mock.time.PendingEvents.Entry;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The timer for the next event of a sandbox whose time flows. Not thread-safe: the queue is the
 * lock.
 */
final class DueTimer {

  /** The longest timer, far from the delays that a scheduler can't count. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final SandboxClock clock;
  private final RealTime realTime;
  private final Runnable onTime;
  private @Nullable Entry event;
  private @Nullable Future<?> timer;

  /**
   * Creates a timer that is not set.
   *
   * @param onTime runs when the event is due, or earlier if that is far away
   */
  DueTimer(SandboxClock clock, RealTime realTime, Runnable onTime) {
    this.clock = clock;
    this.realTime = realTime;
    this.onTime = onTime;
  }

  /** Sets the timer for the first event if time flows; keeps a timer that is set for that event. */
  void set(@Nullable Entry first) {
    if (first != null && first.equals(event)) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
    }
    event = first;
    timer = first == null ? null : clock.realTimeUntil(first.due()).map(this::after).orElse(null);
  }

  /** Sets the timer anew, because the clock may have changed or the timer has run. */
  void reset(@Nullable Entry first) {
    event = null;
    set(first);
  }

  boolean isSet() {
    return timer != null;
  }

  private Future<?> after(Duration delay) {
    return realTime.after(delay.compareTo(LONGEST) > 0 ? LONGEST : delay, onTime);
  }
}
