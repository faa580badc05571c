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
record JournalAnswer(long recorded, List<JournalEntry> requests) {

  static JournalAnswer of(Journal journal, JournalFilter filter) {
    return new JournalAnswer(journal.recorded(), journal.find(filter));
  }
}
