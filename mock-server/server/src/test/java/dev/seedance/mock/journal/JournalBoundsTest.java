package dev.seedance.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.MemoryBudget;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A journal keeps the newest calls, as many as fit in both of its bounds. */
class JournalBoundsTest {

  private static final HeldBytes UNBOUNDED = new HeldBytes(new MemoryBudget(Long.MAX_VALUE));

  @Property(tries = 200)
  void the_newest_calls_that_fit_are_kept(
      @ForAll @Size(max = 200) List<@IntRange(max = 10_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 100) int maxEntries,
      @ForAll @IntRange(max = 300_000) int maxBytes) {
    var journal =
        new Journal(
            OptionValues.DEFAULT
                .with(MockOptions.MAX_JOURNAL_ENTRIES, maxEntries)
                .with(MockOptions.MAX_JOURNAL_BYTES, (long) maxBytes),
            UNBOUNDED);
    List<JournalEntry.Call> calls = lengths.stream().map(JournalBoundsTest::call).toList();

    journal.restore(new Journal.Document(calls.size(), calls));

    List<JournalEntry> kept = journal.find(entry -> true);
    List<JournalEntry.Call> newest = newest(calls, maxEntries, maxBytes);
    assertThat(kept).extracting(JournalEntry::call).isEqualTo(newest);
    assertThat(journal.recorded()).isEqualTo(calls.size());
    if (!kept.isEmpty()) {
      assertThat(kept.get(kept.size() - 1).number()).isEqualTo(calls.size());
    }
  }

  @Property(tries = 20)
  void calls_that_were_forgotten_take_no_room(@ForAll @IntRange(min = 1, max = 700) int count) {
    JournalEntry.Call call = call(100);
    var journal =
        new Journal(
            OptionValues.DEFAULT
                .with(MockOptions.MAX_JOURNAL_ENTRIES, 700)
                .with(MockOptions.MAX_JOURNAL_BYTES, count * RecordedCall.of(call).size()),
            UNBOUNDED);
    for (int i = 0; i < 3; i++) {
      journal.restore(new Journal.Document(700, Collections.nCopies(700, call)));
      assertThat(journal.find(entry -> true)).hasSize(count);
      journal.clear();
      assertThat(journal.find(entry -> true)).isEmpty();
    }
  }

  private static List<JournalEntry.Call> newest(
      List<JournalEntry.Call> calls, int maxEntries, long maxBytes) {
    int first = calls.size();
    long bytes = 0;
    while (first > 0 && calls.size() - first < maxEntries) {
      bytes += RecordedCall.of(calls.get(first - 1)).size();
      if (bytes > maxBytes) {
        break;
      }
      first--;
    }
    return calls.subList(first, calls.size());
  }

  private static JournalEntry.Call call(int length) {
    return new JournalEntry.Call(
        "2026-01-01T00:00:00Z",
        "POST",
        "/",
        "",
        Map.of(),
        "x".repeat(length),
        length,
        200,
        "req_1");
  }
}
