package dev.seedance.mock.time;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Work that is due at a time of a sandbox. */
@FunctionalInterface
public interface DueEvent {

  /**
   * Runs the event; must not block.
   *
   * @param now the sandbox's now: the due time, or later if time flows
   * @return completes when the work is complete; a failure counts as completed
   */
  CompletionStage<?> run(Instant now);
}
