package dev.seedance.mock.journal;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * What the journal answers.
 *
 * @param recorded how many calls the sandbox has ever made
 * @param requests the kept calls that match, oldest first
 */
@Introspected
record JournalResponse(long recorded, List<JournalEntry> requests) {

  static JournalResponse of(Journal journal, JournalFilter filter) {
    return new JournalResponse(journal.recorded(), journal.find(filter));
  }
}
