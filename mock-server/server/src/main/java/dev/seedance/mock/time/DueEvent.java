package dev.seedance.mock.time;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Work that falls due in a sandbox. */
@FunctionalInterface
public interface DueEvent {

  /**
   * Runs the event; must not block.
   *
   * @param now the sandbox's now: when it was due, or later if time flows
   * @return completes when all of the event has happened; a failure counts as completed
   */
  CompletionStage<?> run(Instant now);
}
