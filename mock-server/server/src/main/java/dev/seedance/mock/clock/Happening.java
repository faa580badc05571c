package dev.seedance.mock.clock;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Something that falls due in a sandbox. */
@FunctionalInterface
public interface Happening {

  /**
   * Lets it happen; must not block.
   *
   * @param now the sandbox's now: when it was due, or later where time flows
   * @return done when all of it has happened; a failure counts as done
   */
  CompletionStage<?> happen(Instant now);
}
