package dev.seedance.mock.clock;

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
 * What will happen in a sandbox and when, in the sandbox's time.
 *
 * <p>Where time stands still, happenings come one after the other, in order of their due time and
 * then of their entry: each is over before the next begins, and meanwhile it is exactly the time at
 * which it was due. Where time flows, an alarm is set for the next one and none waits for another,
 * so that a slow receiver holds up nobody.
 *
 * <p>Bounded: one entry more than the capacity drops the one that was entered first. Thread-safe;
 * no thread waits here.
 */
public final class Agenda {

  /** The longest sleep of real time, lest a machine's clock that was set goes unnoticed. */
  private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

  /** In the order in which they happen. */
  private record Entry(String key, Instant due, long number, Happening happening)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byDue = due.compareTo(other.due);
      return byDue != 0 ? byDue : Long.compare(number, other.number);
    }
  }

  private final SandboxClock clock;
  private final Wakeups wakeups;
  private final int capacity;

  private final Map<String, Entry> byKey = new LinkedHashMap<>();
  private final TreeSet<Entry> byDue = new TreeSet<>();
  private final Map<Entry, CompletableFuture<?>> underWay = new HashMap<>();
  private final Moves moves = new Moves(this);
  private @Nullable Instant movingTo;
  private @Nullable Entry alarmFor;
  private @Nullable Future<?> alarm;
  private long entered;
  private boolean closed;

  /**
   * An agenda with nothing on it.
   *
   * @param clock the sandbox's clock, which only this moves from now on
   * @param wakeups wakes it where time flows
   * @param capacity how many entries it keeps, at least 1
   */
  public Agenda(SandboxClock clock, Wakeups wakeups, int capacity) {
    this.clock = clock;
    this.wakeups = wakeups;
    this.capacity = capacity;
  }

  /**
   * Enters something; it happens soon where it is due already.
   *
   * @param key what it is about; replaces the entry with the same key
   * @param due when, in the sandbox's time
   * @param happening what
   */
  public void enter(String key, Instant due, Happening happening) {
    boolean now;
    synchronized (this) {
      if (closed) {
        return;
      }
      remove(key);
      var entry = new Entry(key, due, entered++, happening);
      byKey.put(key, entry);
      byDue.add(entry);
      if (byKey.size() > capacity) {
        remove(byKey.keySet().iterator().next());
      }
      setAlarm();
      now = alarm == null && !due.isAfter(clock.instant()) && !isOnTheWayPast(due);
    }
    if (now) {
      settleSoon();
    }
  }

  /** Strikes an entry out; nothing happens where there is none. */
  public synchronized void cancel(String key) {
    remove(key);
    setAlarm();
  }

  /** Whether there is an entry. */
  public synchronized boolean contains(String key) {
    return byKey.containsKey(key);
  }

  /** Strikes everything out, for good. */
  public synchronized void close() {
    closed = true;
    byKey.clear();
    byDue.clear();
    setAlarm();
  }

  /** When something is due next; empty where nothing is. */
  public synchronized Optional<Instant> next() {
    return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.first().due());
  }

  /** Lets all that is due by now happen; done when it has. */
  public CompletableFuture<Void> settle() {
    return moveTo(clock::instant);
  }

  private void settleSoon() {
    moves.settleSoon(clock::instant);
  }

  /**
   * Moves time on; done when all that came due on the way has happened. Moves queue up.
   *
   * @param target where to, asked when it is this move's turn; nothing moves where it is past
   */
  public CompletableFuture<Void> moveTo(Supplier<Instant> target) {
    return moves.moveTo(target);
  }

  /**
   * Sets the clock; done when all that came due has happened.
   *
   * @param setting how it flows from now on
   * @param now what time it is then; empty where it stays as it is
   */
  public CompletableFuture<Void> setClock(ClockSetting setting, Optional<Instant> now) {
    return moveTo(
        () -> {
          synchronized (this) {
            clock.set(setting);
            now.filter(clock.instant()::isAfter).ifPresent(clock::setBack);
            alarmFor = null;
            setAlarm();
          }
          return now.orElseGet(clock::instant);
        });
  }

  /** Makes it another time at once; nothing on the way happens, but what is due then does soon. */
  void restoreClock(ClockSetting setting, Instant now) {
    synchronized (this) {
      clock.restore(setting, now);
      alarmFor = null;
      setAlarm();
    }
    settleSoon();
  }

  /**
   * Lets a poll be felt: an automatic clock moves on to the task's next event, and what that makes
   * due happens soon.
   *
   * @param nextEventAfter when something will next happen to the polled task; asked only where it
   *     matters
   */
  public void onPoll(Function<Instant, Optional<Instant>> nextEventAfter) {
    clock.onPoll(nextEventAfter);
    if (clock.setting().mode() == ClockSetting.Mode.AUTO && next().isPresent()) {
      settleSoon();
    }
  }

  /**
   * Begins the next thing that is due by then, when it is due; where none is, it is that time then.
   *
   * @return done when it has happened; null where nothing was due
   */
  @Nullable CompletableFuture<?> beginNext(Instant target) {
    Entry entry;
    synchronized (this) {
      boolean due = !byDue.isEmpty() && !byDue.first().due().isAfter(target);
      movingTo = due ? target : null;
      clock.moveOnTo(due ? byDue.first().due() : target);
      alarmFor = null; // time may have moved, so what is due next may be due sooner
      entry = due ? poll() : null;
      setAlarm();
    }
    return entry == null ? null : begin(entry);
  }

  /** Done when all that has begun and not ended yet has ended. */
  synchronized CompletableFuture<?> allUnderWay() {
    return CompletableFuture.allOf(underWay.values().toArray(CompletableFuture<?>[]::new));
  }

  private void wake() {
    synchronized (this) {
      alarmFor = null;
    }
    while (true) {
      Entry entry;
      synchronized (this) {
        entry = byDue.isEmpty() || byDue.first().due().isAfter(clock.instant()) ? null : poll();
        if (entry == null) {
          setAlarm();
          return;
        }
      }
      var unused = begin(entry);
    }
  }

  private CompletableFuture<?> begin(Entry entry) {
    Instant now = clock.setting().rate() == 0 ? entry.due() : clock.instant();
    CompletableFuture<?> happening;
    try {
      happening = entry.happening().happen(now).toCompletableFuture();
    } catch (RuntimeException e) {
      happening = CompletableFuture.failedFuture(e);
    }
    if (!happening.isDone()) {
      keepUnderWay(entry, happening);
    }
    return happening;
  }

  private void keepUnderWay(Entry entry, CompletableFuture<?> happening) {
    synchronized (this) {
      underWay.put(entry, happening);
    }
    CompletionStage<?> end = happening;
    end.whenComplete(
        (result, failure) -> {
          synchronized (this) {
            underWay.remove(entry);
          }
        });
  }

  private Entry poll() {
    Entry entry = Objects.requireNonNull(byDue.pollFirst());
    byKey.remove(entry.key());
    return entry;
  }

  private boolean isOnTheWayPast(Instant due) {
    return movingTo != null && !due.isAfter(movingTo);
  }

  private void remove(String key) {
    Entry entry = byKey.remove(key);
    if (entry != null) {
      byDue.remove(entry);
    }
  }

  /** Sets the alarm for the first entry, where time flows; keeps it where it is set for that. */
  private void setAlarm() {
    Entry first = byDue.isEmpty() ? null : byDue.first();
    if (first != null && first.equals(alarmFor)) {
      return;
    }
    if (alarm != null) {
      alarm.cancel(false);
    }
    alarmFor = first;
    alarm =
        first == null ? null : clock.realTimeUntil(first.due()).map(this::alarmAfter).orElse(null);
  }

  private Future<?> alarmAfter(Duration delay) {
    Duration sleep = delay.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : delay;
    return wakeups.after(sleep, this::wake);
  }
}
