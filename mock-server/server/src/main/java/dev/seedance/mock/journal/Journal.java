package dev.seedance.mock.journal;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Counts;
import dev.seedance.mock.sandbox.HeldBytes;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The newest calls of one sandbox, bounded in entries and in bytes. Thread-safe.
 *
 * <p>Entries are numbered from 1 in the order of their responses; numbers go on after {@link
 * #clear()}.
 */
public final class Journal {

  private final int maxEntries;
  private final long maxBytes;
  private final HeldBytes heldBytes;
  private final Deque<RecordedCall> calls = new ArrayDeque<>();
  private long bytes;
  private long recorded;

  /** Creates an empty journal. */
  Journal(OptionValues options, HeldBytes heldBytes) {
    maxEntries = options.get(MockOptions.MAX_JOURNAL_ENTRIES);
    maxBytes = options.get(MockOptions.MAX_JOURNAL_BYTES);
    this.heldBytes = heldBytes;
  }

  /**
   * Records a call, unless the journal is switched off.
   *
   * @param at when the response was made, in sandbox time
   * @param status the HTTP status of the response
   */
  public void record(Instant at, HttpRequest<?> request, int status, String requestId) {
    if (maxEntries > 0) {
      add(RecordedCall.of(at, request, status, requestId));
    }
  }

  private synchronized void add(RecordedCall call) {
    recorded++;
    keep(call);
  }

  private void keep(RecordedCall call) {
    calls.addLast(call);
    long before = bytes;
    bytes += call.size();
    while (calls.size() > maxEntries || bytes > maxBytes) {
      bytes -= calls.removeFirst().size();
    }
    heldBytes.add(bytes - before);
  }

  /** Forgets the oldest call; false if there is none. */
  synchronized boolean forgetOldest() {
    if (calls.isEmpty()) {
      return false;
    }
    long size = calls.removeFirst().size();
    bytes -= size;
    heldBytes.add(-size);
    return true;
  }

  /** Returns the kept entries that match, oldest first. */
  List<JournalEntry> find(Predicate<JournalEntry> filter) {
    List<RecordedCall> kept;
    long number;
    synchronized (this) {
      kept = List.copyOf(calls);
      number = recorded - kept.size();
    }
    List<JournalEntry> found = new ArrayList<>();
    for (RecordedCall call : kept) {
      var entry = new JournalEntry(++number, call.call().get());
      if (filter.test(entry)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** Returns the number of calls that were ever recorded, kept or not. */
  synchronized long recorded() {
    return recorded;
  }

  /**
   * A journal in a snapshot.
   *
   * @param recorded the number of calls that were ever recorded, kept or not
   * @param calls the kept ones, oldest first: the last {@code calls.size()} of all
   */
  record Document(long recorded, List<JournalEntry.Call> calls) {

    Document {
      calls = List.copyOf(calls);
      Counts.require("recorded", recorded);
      calls.forEach(JournalEntry.Call::requireValid);
      if (calls.size() > recorded) {
        throw new IllegalArgumentException(
            "'recorded' is %d, but there are %d 'calls'".formatted(recorded, calls.size()));
      }
    }
  }

  synchronized Document save() {
    return new Document(recorded, calls.stream().map(call -> call.call().get()).toList());
  }

  synchronized void restore(Document document) {
    clear();
    recorded = document.recorded();
    document.calls().stream().map(RecordedCall::of).forEach(this::keep);
  }

  /** Forgets every entry. */
  synchronized void clear() {
    calls.clear();
    heldBytes.add(-bytes);
    bytes = 0;
  }
}
