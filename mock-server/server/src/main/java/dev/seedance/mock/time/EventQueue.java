package dev.seedance.mock.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The due events of a sandbox, in the sandbox's time, and every change of its clock.
 *
 * <p>If time does not flow, events run one after the other, in the order of their due times and
 * then of their entry. Each completes before the next starts, and meanwhile the clock shows exactly
 * its due time. If time flows, a timer is set for the next event. Events do not wait for each other
 * then, so that a slow webhook receiver delays no other event.
 *
 * <p>The queue is also the lock of its sandbox: {@link #atomically} makes a change that neither
 * another change nor the clock nor a due event interrupts.
 *
 * <p>Bounded: one event more than the capacity releases what is held longest; if nothing is held,
 * it drops the event that was scheduled first. Thread-safe; no thread waits here for anything but
 * that lock.
 */
public final class EventQueue {

  /** The longest timer, far from the delays that a scheduler can't count. */
  private static final Duration LONGEST_TIMER = Duration.ofHours(1);

  /**
   * An event that is scheduled.
   *
   * @param ahead if it runs before others that are due at the same time
   * @param release what a caller waits for, to be released without the event; null if nobody does
   */
  private record Entry(
      String key,
      Instant due,
      boolean ahead,
      long number,
      DueEvent event,
      @Nullable Runnable release) {}

  private final SandboxClock clock;
  private final RealTime realTime;
  private final int capacity;

  private final Map<String, Entry> byKey = new LinkedHashMap<>();
  private final TreeSet<Entry> byDue =
      new TreeSet<>(
          Comparator.comparing(Entry::due)
              .thenComparing(Entry::ahead, Comparator.reverseOrder())
              .thenComparingLong(Entry::number));
  private final Map<Entry, CompletableFuture<?>> running = new HashMap<>();
  private final AdvanceQueue advances = new AdvanceQueue(this::runNext, this::allRunning);
  private final AtomicLong scheduled = new AtomicLong();
  private @Nullable Instant advancingTo;
  private @Nullable Entry timerFor;
  private @Nullable Future<?> timer;
  private boolean dueNow;
  private boolean closed;

  /**
   * Creates an empty queue.
   *
   * @param clock the sandbox's clock, which only this queue changes from now on
   * @param realTime sets timers if time flows
   * @param capacity the number of events that are kept, at least 1
   */
  public EventQueue(SandboxClock clock, RealTime realTime, int capacity) {
    this.clock = clock;
    this.realTime = realTime;
    this.capacity = capacity;
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
        remove(entry.key());
        byKey.put(entry.key(), entry);
        byDue.add(entry);
        dropped = dropOneTooMany();
        setTimer();
        Instant due = entry.due();
        dueNow |= timer == null && !due.isAfter(clock.instant()) && !isAdvancingPast(due);
      }
    }
    dropped.ifPresent(EventQueue::release);
    runWhatIsDue();
  }

  private Optional<Entry> dropOneTooMany() {
    if (byKey.size() <= capacity) {
      return Optional.empty();
    }
    Optional<Entry> held = byKey.values().stream().filter(one -> one.release() != null).findFirst();
    Entry dropped = held.orElseGet(() -> byKey.values().iterator().next());
    remove(dropped.key());
    return Optional.of(dropped);
  }

  private static void release(Entry entry) {
    if (entry.release() != null) {
      entry.release().run();
    }
  }

  /** Cancels an event; does nothing if there is none. */
  public synchronized void cancel(String key) {
    remove(key);
    setTimer();
  }

  /** Tells if an event is scheduled. */
  public synchronized boolean contains(String key) {
    return byKey.containsKey(key);
  }

  /**
   * Cancels every event, and accepts no more. Releases all that callers wait for: what is held, and
   * advances.
   */
  public void close() {
    List<Entry> cancelled;
    synchronized (this) {
      closed = true;
      cancelled = List.copyOf(byDue);
      byKey.clear();
      byDue.clear();
      setTimer();
    }
    cancelled.forEach(EventQueue::release);
    advances.close();
  }

  /** Returns the due time of the next event; empty if there is none. */
  public synchronized Optional<Instant> nextDue() {
    return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.first().due());
  }

  /** Runs the events that are due by now; completes when they have completed. */
  public CompletableFuture<Void> runDue() {
    return advanceTo(clock::instant);
  }

  /**
   * Advances the clock; completes when every event on the way has completed. Advances run one after
   * the other.
   *
   * @param target returns the instant to advance to, called at the turn of this advance; the clock
   *     stays as it is if that instant is past, and stops at its end if that is earlier
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
            timerFor = null;
            setTimer();
          }
          return now.orElseGet(clock::instant);
        });
  }

  /** Sets the clock at once. No event on the way runs; events that are due then run soon. */
  public void restoreClock(ClockSetting setting, Instant now) {
    synchronized (this) {
      clock.restore(setting, now);
      timerFor = null;
      setTimer();
      dueNow = true;
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
            dueNow |= !byDue.isEmpty();
          });
    }
  }

  /**
   * Starts the next event that is due by an instant, when it is due; if there is none, advances the
   * clock to that instant.
   *
   * @return completes with the event; null if none was due
   */
  private @Nullable CompletableFuture<?> runNext(Instant target) {
    Entry entry;
    synchronized (this) {
      boolean due = !byDue.isEmpty() && !byDue.first().due().isAfter(target);
      advancingTo = due ? target : null;
      clock.advanceTo(due ? byDue.first().due() : target);
      timerFor = null; // the clock may have changed, so the next event may be due sooner
      entry = due ? poll() : null;
      setTimer();
    }
    return entry == null ? null : run(entry);
  }

  /** Completes when every running event has completed. */
  private synchronized CompletableFuture<?> allRunning() {
    return CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new));
  }

  private void onTimer() {
    for (Entry entry = pollDue(); entry != null; entry = pollDue()) {
      var unused = run(entry);
    }
  }

  /** Takes the next event that is due now; if there is none, sets the timer anew. */
  private synchronized @Nullable Entry pollDue() {
    timerFor = null;
    if (!byDue.isEmpty() && !byDue.first().due().isAfter(clock.instant())) {
      return poll();
    }
    setTimer();
    return null;
  }

  private CompletableFuture<?> run(Entry entry) {
    Instant now = clock.setting().rate() == 0 ? entry.due() : clock.instant();
    CompletableFuture<?> event;
    try {
      event = entry.event().run(now).toCompletableFuture();
    } catch (RuntimeException e) {
      event = CompletableFuture.failedFuture(e);
    }
    if (!event.isDone()) {
      keepRunning(entry, event);
    }
    return event;
  }

  private void keepRunning(Entry entry, CompletableFuture<?> event) {
    synchronized (this) {
      running.put(entry, event);
    }
    CompletionStage<?> end = event;
    end.whenComplete(
        (result, failure) -> {
          synchronized (this) {
            running.remove(entry);
          }
        });
  }

  private Entry poll() {
    Entry entry = Objects.requireNonNull(byDue.pollFirst());
    byKey.remove(entry.key());
    return entry;
  }

  private boolean isAdvancingPast(Instant due) {
    return advancingTo != null && !due.isAfter(advancingTo);
  }

  private void remove(String key) {
    Entry entry = byKey.remove(key);
    if (entry != null) {
      byDue.remove(entry);
    }
  }

  /** Sets the timer for the first event if time flows; keeps a timer that is set for that event. */
  private void setTimer() {
    Entry first = byDue.isEmpty() ? null : byDue.first();
    if (first != null && first.equals(timerFor)) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
    }
    timerFor = first;
    timer =
        first == null ? null : clock.realTimeUntil(first.due()).map(this::timerAfter).orElse(null);
  }

  private Future<?> timerAfter(Duration delay) {
    Duration bounded = delay.compareTo(LONGEST_TIMER) > 0 ? LONGEST_TIMER : delay;
    return realTime.after(bounded, this::onTimer);
  }
}
