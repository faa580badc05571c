package dev.seedance.mock.time;

import dev.seedance.mock.time.PendingEvents.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The due events of a sandbox, in the sandbox's time, and every change of its clock.
 *
 * <p>If time does not flow, events run one after the other, in the order of their due times and
 * then of their entry. Each completes before the next starts, and meanwhile the clock shows exactly
 * its due time. If time flows, a timer is set for the next event, and events do not wait for each
 * other, so that a slow webhook receiver delays none.
 *
 * <p>The queue is also the lock of its sandbox: {@link #atomically} makes a change that neither
 * another change nor the clock nor a due event interrupts.
 *
 * <p>Bounded, as {@link PendingEvents} says. Thread-safe.
 */
public final class EventQueue {

  private final SandboxClock clock;
  private final PendingEvents pending;
  private final DueTimer timer;
  private final RunningEvents running = new RunningEvents();
  private final AdvanceQueue advances = new AdvanceQueue(this::runNext, running::all, this::settle);
  private final Runnable onClockChanged;
  private final AtomicLong scheduled = new AtomicLong();
  private @Nullable Instant advancingTo;
  private boolean dueNow;
  private boolean closed;

  /**
   * Creates an empty queue.
   *
   * @param clock the sandbox's clock, which only this queue changes from now on
   * @param realTime sets timers if time flows
   * @param capacity the number of events that are kept, at least 1
   * @param onClockChanged runs when a change of the clock is complete, with all that came due
   */
  public EventQueue(SandboxClock clock, RealTime realTime, int capacity, Runnable onClockChanged) {
    this.clock = clock;
    this.onClockChanged = onClockChanged;
    this.pending = new PendingEvents(capacity);
    this.timer = new DueTimer(clock, realTime, this::onTimer);
  }

  /**
   * Makes a change of the sandbox that nothing interrupts: every other change waits, an advance of
   * the clock included. Events that the change makes due run when it is complete.
   *
   * @param change must not block; may make further changes
   * @return the result of the change
   */
  public <T extends @Nullable Object> T atomically(Supplier<T> change) {
    try {
      synchronized (this) {
        return change.get();
      }
    } finally {
      runWhatIsDue();
    }
  }

  /** Like {@link #atomically(Supplier)}, for a change without a result. */
  public void atomically(Runnable change) {
    this.<@Nullable Void>atomically(
        () -> {
          change.run();
          return null;
        });
  }

  /** Reads the sandbox between two changes; must not change it. */
  public synchronized <T> T undisturbed(Supplier<T> reading) {
    return reading.get();
  }

  /** Runs the events that are due, unless this thread is in the middle of a change. */
  private void runWhatIsDue() {
    if (Thread.holdsLock(this)) {
      return;
    }
    boolean due;
    synchronized (this) {
      due = dueNow;
      dueNow = false;
    }
    if (due) {
      advances.runDueSoon(clock::instant);
    }
  }

  /**
   * Schedules an event; it runs soon if it is due already.
   *
   * @param key identifies the event; replaces the one with the same key
   * @param due the time at which it runs, in the sandbox's time
   */
  public void schedule(String key, Instant due, DueEvent event) {
    add(new Entry(key, due, false, scheduled.getAndIncrement(), event, null));
  }

  /** Schedules an event that runs before others that are due at the same time. */
  public void scheduleAhead(String key, Instant due, DueEvent event) {
    add(new Entry(key, due, true, scheduled.getAndIncrement(), event, null));
  }

  /**
   * Schedules the release of what a caller waits for. It is released at once if the queue is
   * closed, or closes: nobody waits for a time that never comes.
   *
   * @param release must not block
   */
  public void scheduleRelease(String key, Instant due, Runnable release) {
    DueEvent event =
        now -> {
          release.run();
          return CompletableFuture.completedFuture(null);
        };
    add(new Entry(key, due, false, scheduled.getAndIncrement(), event, release));
  }

  private void add(Entry entry) {
    Optional<Entry> dropped = Optional.of(entry);
    synchronized (this) {
      if (!closed) {
        dropped = pending.add(entry);
        timer.set(pending.first());
        Instant due = entry.due();
        boolean passed = advancingTo != null && !due.isAfter(advancingTo);
        dueNow |= !timer.isSet() && !due.isAfter(clock.instant()) && !passed;
      } else {
        pending.cut(entry);
      }
    }
    dropped.ifPresent(Entry::release);
    runWhatIsDue();
  }

  /** Cancels an event, if there is one. */
  public synchronized void cancel(String key) {
    pending.remove(key);
    timer.set(pending.first());
  }

  /** Tells if an advance is under way. */
  public boolean isAdvancing() {
    return advances.isBusy();
  }

  /** Tells if an event is scheduled. */
  public synchronized boolean contains(String key) {
    return pending.contains(key);
  }

  /**
   * Cancels every event, and accepts no more. Releases all that callers wait for: what is held, and
   * advances.
   */
  public void close() {
    List<Entry> cancelled;
    synchronized (this) {
      closed = true;
      cancelled = pending.cutAll();
      timer.set(pending.first());
    }
    cancelled.forEach(Entry::release);
    advances.close();
  }

  /** Returns the due time of the next event; empty if there is none. */
  public synchronized Optional<Instant> nextDue() {
    return Optional.ofNullable(pending.first()).map(Entry::due);
  }

  /**
   * Returns the real time until the next event, were the queue open: none while one runs; empty if
   * none comes by itself.
   */
  public synchronized Optional<Duration> realTimeUntilNext() {
    if (!running.isEmpty()) {
      return Optional.of(Duration.ZERO);
    }
    return Optional.ofNullable(pending.nextDue()).flatMap(clock::realTimeUntilDue);
  }

  /** Runs the events that are due by now; completes when they have completed. */
  public CompletableFuture<Void> runDue() {
    return advanceTo(clock::instant);
  }

  /**
   * Advances the clock; completes when every event on the way has completed. Advances run one after
   * the other.
   *
   * @param target returns the instant, called at the turn of this advance; if it is past, the clock
   *     stays as it is; it stops at its end
   */
  public CompletableFuture<Void> advanceTo(Supplier<Instant> target) {
    return advances.advanceTo(() -> TimeRange.nearest(target.get()));
  }

  /**
   * Sets the clock; completes when every event that came due has completed.
   *
   * @param setting the flow of time from now on
   * @param now the new now; empty to keep the present one
   */
  public CompletableFuture<Void> setClock(ClockSetting setting, Optional<Instant> now) {
    return advanceTo(
        () -> {
          synchronized (this) {
            clock.set(setting);
            now.filter(clock.instant()::isAfter)
                .ifPresent(earlier -> clock.restore(setting, earlier));
            timer.reset(pending.first());
          }
          return now.orElseGet(clock::instant);
        });
  }

  /** Sets the clock at once. No event on the way runs; events that are due then run soon. */
  public void restoreClock(ClockSetting setting, Instant now) {
    synchronized (this) {
      clock.restore(setting, now);
      timer.reset(pending.first());
      dueNow = true;
      settle();
    }
    runWhatIsDue();
  }

  /**
   * Advances an automatic clock to the next event of the polled task; events that are due then run
   * soon. Another clock stays as it is.
   *
   * @param nextEventAfter finds the next event; called only if the clock is automatic
   */
  public void onPoll(Function<Instant, Optional<Instant>> nextEventAfter) {
    if (clock.setting().mode() == ClockSetting.Mode.AUTO) { // another clock needs no lock
      atomically(
          () -> {
            clock.onPoll(nextEventAfter);
            dueNow |= !pending.isEmpty();
            settle();
          });
    }
  }

  private void settle() {
    if (clock.settle()) {
      onClockChanged.run();
    }
  }

  /**
   * Starts the next event that is due by an instant, or advances the clock to it if there is none.
   *
   * @return completes with the event; null if none was due
   */
  private @Nullable CompletableFuture<?> runNext(Instant target) {
    Entry entry;
    synchronized (this) {
      boolean due = pending.hasDueBy(target);
      advancingTo = due ? target : null;
      entry = due ? pending.poll() : null;
      clock.advanceTo(entry == null ? target : entry.due());
      timer.reset(pending.first());
    }
    return entry == null ? null : run(entry);
  }

  private void onTimer() {
    for (Entry entry = pollDue(); entry != null; entry = pollDue()) {
      var unused = run(entry);
    }
  }

  /** Takes the next event that is due now; if there is none, sets the timer anew. */
  private synchronized @Nullable Entry pollDue() {
    Entry due = pending.hasDueBy(clock.instant()) ? pending.poll() : null;
    if (due == null) {
      timer.reset(pending.first());
    }
    return due;
  }

  private CompletableFuture<?> run(Entry entry) {
    Instant now = clock.setting().rate() == 0 ? entry.due() : clock.instant();
    return running.run(entry.event(), now);
  }
}
