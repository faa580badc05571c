package dev.seedance.mock.journal;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * The response of the journal.
 *
 * @param recorded the number of calls that were ever recorded
 * @param requests the kept calls that match, oldest first
 */
@Introspected
record JournalResponse(long recorded, List<JournalEntry> requests) {

  static JournalResponse of(Journal journal, JournalFilter filter) {
    return new JournalResponse(journal.recorded(), journal.find(filter));
  }
}
