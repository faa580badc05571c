package dev.seedance.mock.journal;

import dev.seedance.mock.Bounds;
import java.util.ArrayDeque;
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
  private final Deque<JournalEntry> entries = new ArrayDeque<>();
  private long bytes;
  private long recorded;

  /** An empty journal. */
  public Journal(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Whether anything is kept at all. */
  boolean isOn() {
    return bounds.maxJournalEntries() > 0;
  }

  synchronized void record(JournalEntry.Call call) {
    var entry = new JournalEntry(++recorded, call);
    entries.addLast(entry);
    bytes += entry.size();
    while (entries.size() > bounds.maxJournalEntries() || bytes > bounds.maxJournalBytes()) {
      bytes -= entries.removeFirst().size();
    }
  }

  /** The kept entries that match, oldest first. */
  public synchronized List<JournalEntry> find(Predicate<JournalEntry> filter) {
    return entries.stream().filter(filter).toList();
  }

  /** How many calls were ever recorded, kept or not. */
  public synchronized long recorded() {
    return recorded;
  }

  /** Forgets every entry. */
  public synchronized void clear() {
    entries.clear();
    bytes = 0;
  }
}
