package dev.seedance.mock.journal;

import dev.seedance.mock.Bounds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The newest calls of one sandbox, bounded in entries and in bytes. Thread-safe.
 *
 * <p>Entries are numbered from 1 in the order in which they were answered; numbers go on after
 * {@link #clear()}.
 */
public final class Journal {

  private final Bounds bounds;
  private final Deque<RecordedCall> calls = new ArrayDeque<>();
  private final Sizes sizes = new Sizes();
  private long recorded;

  /** An empty journal. */
  public Journal(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Whether anything is kept at all. */
  boolean isOn() {
    return bounds.maxJournalEntries() > 0;
  }

  synchronized void record(RecordedCall call) {
    recorded++;
    keep(call);
  }

  private void keep(RecordedCall call) {
    calls.addLast(call);
    sizes.add(call.size());
    while (calls.size() > bounds.maxJournalEntries() || sizes.total() > bounds.maxJournalBytes()) {
      calls.removeFirst();
      sizes.removeFirst();
    }
  }

  /** The kept entries that match, oldest first. */
  public List<JournalEntry> find(Predicate<JournalEntry> filter) {
    List<RecordedCall> kept;
    long number;
    synchronized (this) {
      kept = List.copyOf(calls);
      number = recorded - kept.size();
    }
    List<JournalEntry> found = new ArrayList<>();
    for (RecordedCall call : kept) {
      JournalEntry entry = call.entry(++number);
      if (filter.test(entry)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** How many calls were ever recorded, kept or not. */
  public synchronized long recorded() {
    return recorded;
  }

  /**
   * All that a journal knows.
   *
   * @param recorded how many calls were ever recorded, kept or not
   * @param calls the kept ones, oldest first: the last {@code calls.size()} of all
   */
  record State(long recorded, List<JournalEntry.Call> calls) {

    State {
      calls = List.copyOf(calls);
      if (calls.size() > recorded) {
        throw new IllegalArgumentException(
            "'recorded' is %d, but there are %d 'calls'".formatted(recorded, calls.size()));
      }
    }
  }

  synchronized State save() {
    return new State(recorded, find(any -> true).stream().map(JournalEntry::call).toList());
  }

  synchronized void restore(State state) {
    clear();
    recorded = state.recorded();
    state.calls().stream().map(RecordedCall::of).forEach(this::keep);
  }

  /** Forgets every entry. */
  public synchronized void clear() {
    calls.clear();
    sizes.clear();
  }
}
