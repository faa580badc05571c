package dev.seedance.client;

import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.model.GenerationTask;
import java.time.Duration;

/**
 * A listener to the progress of a wait. Called on a thread that other waits need too: return soon.
 *
 * <p>An exception of the listener ends the wait with that exception.
 */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Called after each successful poll.
   *
   * @param task the task as the server sees it
   * @param percent the progress, 0 to 100; unlike the task's own number it never falls
   */
  void onProgress(GenerationTask task, int percent);

  /**
   * Called after a poll that has failed and that another one will follow. Does nothing by default.
   *
   * @param failure the reason
   * @param wait the time until the next poll
   */
  default void onTrouble(SeedanceException failure, Duration wait) {}

  /** Returns a listener that does nothing. */
  static ProgressListener none() {
    return (task, percent) -> {};
  }
}
