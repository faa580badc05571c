package dev.seedance.mock.time;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The due events of a sandbox, in the sandbox's time, and every change of its clock.
 *
 * <p>If time stands still, events run one after the other, in order of their due time and then of
 * their entry: each completes before the next starts, and meanwhile the clock shows exactly the
 * time at which it was due. If time flows, a timer is set for the next event and none waits for
 * another, so that a slow receiver holds up nobody.
 *
 * <p>Bounded: one event more than the capacity drops the one that was scheduled first. Thread-safe;
 * no thread waits here.
 */
public final class EventQueue {

  /** The longest timer: a change of the machine's clock is noticed after this much real time. */
  private static final Duration LONGEST_TIMER = Duration.ofHours(1);

  /** An event, in the order in which events run. */
  private record Entry(String key, Instant due, long number, DueEvent event)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byDue = due.compareTo(other.due);
      return byDue != 0 ? byDue : Long.compare(number, other.number);
    }
  }

  private final SandboxClock clock;
  private final RealTime realTime;
  private final int capacity;

  private final Map<String, Entry> byKey = new LinkedHashMap<>();
  private final TreeSet<Entry> byDue = new TreeSet<>();
  private final Map<Entry, CompletableFuture<?>> running = new HashMap<>();
  private final ClockMoves moves = new ClockMoves(this::runNext, this::allRunning);
  private @Nullable Instant advancingTo;
  private @Nullable Entry timerFor;
  private @Nullable Future<?> timer;
  private long scheduled;
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
   * Schedules an event; it runs soon if it is due already.
   *
   * @param key identifies the event; replaces the one with the same key
   * @param due when it runs, in the sandbox's time
   */
  public void schedule(String key, Instant due, DueEvent event) {
    boolean now;
    synchronized (this) {
      if (closed) {
        return;
      }
      remove(key);
      var entry = new Entry(key, due, scheduled++, event);
      byKey.put(key, entry);
      byDue.add(entry);
      if (byKey.size() > capacity) {
        remove(byKey.keySet().iterator().next());
      }
      setTimer();
      now = timer == null && !due.isAfter(clock.instant()) && !isAdvancingPast(due);
    }
    if (now) {
      runDueSoon();
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

  /** Cancels every event, and takes no more. */
  public synchronized void close() {
    closed = true;
    byKey.clear();
    byDue.clear();
    setTimer();
  }

  /** Returns when the next event is due; empty if none is. */
  public synchronized Optional<Instant> nextDue() {
    return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.first().due());
  }

  /** Runs all that is due by now; completes when it has happened. */
  public CompletableFuture<Void> runDue() {
    return advanceTo(clock::instant);
  }

  private void runDueSoon() {
    moves.runDueSoon(clock::instant);
  }

  /**
   * Advances the clock; completes when all that came due on the way has happened. Advances queue
   * up.
   *
   * @param target the instant to advance to, asked for when it is this advance's turn; the clock
   *     stays as it is if that is past
   */
  public CompletableFuture<Void> advanceTo(Supplier<Instant> target) {
    return moves.advanceTo(target);
  }

  /**
   * Sets the clock; completes when all that came due has happened.
   *
   * @param setting how time flows from now on
   * @param now the new now; empty to keep the present one
   */
  public CompletableFuture<Void> setClock(ClockSetting setting, Optional<Instant> now) {
    return advanceTo(
        () -> {
          synchronized (this) {
            clock.set(setting);
            now.filter(clock.instant()::isAfter).ifPresent(clock::setBack);
            timerFor = null;
            setTimer();
          }
          return now.orElseGet(clock::instant);
        });
  }

  /** Sets the clock at once: nothing on the way happens, but what is due then runs soon. */
  public void restoreClock(ClockSetting setting, Instant now) {
    synchronized (this) {
      clock.restore(setting, now);
      timerFor = null;
      setTimer();
    }
    runDueSoon();
  }

  /**
   * Advances an automatic clock to the next event of what is polled; what that makes due runs soon.
   * Another clock stays as it is.
   *
   * @param nextEventAfter when something will next happen to what is polled; asked for only if the
   *     clock is automatic
   */
  public void onPoll(Function<Instant, Optional<Instant>> nextEventAfter) {
    clock.onPoll(nextEventAfter);
    if (clock.setting().mode() == ClockSetting.Mode.AUTO && nextDue().isPresent()) {
      runDueSoon();
    }
  }

  /**
   * Starts the next event that is due by an instant, when it is due; if there is none, advances the
   * clock to that instant.
   *
   * @return completes when the event has happened; null if none was due
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
    synchronized (this) {
      timerFor = null;
    }
    while (true) {
      Entry entry;
      synchronized (this) {
        entry = byDue.isEmpty() || byDue.first().due().isAfter(clock.instant()) ? null : poll();
        if (entry == null) {
          setTimer();
          return;
        }
      }
      var unused = run(entry);
    }
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

  /** Sets the timer for the first event if time flows; keeps one that is set for it already. */
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
