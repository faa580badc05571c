package dev.seedance.mock.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The events that are scheduled, by key and in the order in which they run.
 *
 * <p>Bounded: one more than the capacity releases what is held longest; if nothing is held, it
 * drops the event that was scheduled first. Not thread-safe: the queue is the lock.
 */
final class PendingEvents {

  /**
   * An event that is scheduled.
   *
   * @param ahead if it runs before others that are due at the same time
   * @param number later ones have a higher number
   * @param held what a caller waits for, to be released without the event; null if nobody does
   */
  record Entry(
      String key,
      Instant due,
      boolean ahead,
      long number,
      DueEvent event,
      @Nullable Runnable held) {

    /** Releases what is held, if anything is. */
    void release() {
      if (held != null) {
        held.run();
      }
    }
  }

  private final int capacity;
  private final Map<String, Entry> byKey = new LinkedHashMap<>();
  private final TreeSet<Entry> byDue =
      new TreeSet<>(
          Comparator.comparing(Entry::due)
              .thenComparing(Entry::ahead, Comparator.reverseOrder())
              .thenComparingLong(Entry::number));

  private @Nullable Instant cut;

  PendingEvents(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds an event in place of the one with the same key; returns the one that is dropped for it.
   */
  Optional<Entry> add(Entry entry) {
    remove(entry.key());
    byKey.put(entry.key(), entry);
    byDue.add(entry);
    if (byKey.size() <= capacity) {
      return Optional.empty();
    }
    Optional<Entry> held = byKey.values().stream().filter(one -> one.held() != null).findFirst();
    Entry dropped = held.orElseGet(() -> byKey.values().iterator().next());
    remove(dropped.key());
    return Optional.of(dropped);
  }

  void remove(String key) {
    Entry entry = byKey.remove(key);
    if (entry != null) {
      byDue.remove(entry);
    }
  }

  boolean contains(String key) {
    return byKey.containsKey(key);
  }

  boolean isEmpty() {
    return byDue.isEmpty();
  }

  /** Returns the event that runs next; null if there is none. */
  @Nullable Entry first() {
    return byDue.isEmpty() ? null : byDue.first();
  }

  /** Tells if an event is due by an instant. */
  boolean hasDueBy(Instant now) {
    return !byDue.isEmpty() && !byDue.first().due().isAfter(now);
  }

  /** Takes the event that runs next; there is one. */
  Entry poll() {
    Entry entry = Objects.requireNonNull(byDue.pollFirst());
    byKey.remove(entry.key());
    return entry;
  }

  /** Returns the due time of the next event, or of the first that was cut; null if none. */
  @Nullable Instant nextDue() {
    return byDue.isEmpty() ? cut : byDue.first().due();
  }

  /** Keeps the due time of an event that does not run, because the queue is closed. */
  void cut(Entry entry) {
    boolean isEvent = entry.held() == null;
    if (isEvent && (cut == null || entry.due().isBefore(cut))) {
      cut = entry.due();
    }
  }

  /** Takes all events, because the queue closes. */
  List<Entry> cutAll() {
    List<Entry> all = List.copyOf(byDue);
    all.forEach(this::cut);
    byKey.clear();
    byDue.clear();
    return all;
  }
}
