package dev.seedance.client;

import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.model.GenerationTask;
import java.time.Duration;

/**
 * Hears how a wait goes on. It is called on a thread of the HTTP client: return soon.
 *
 * <p>What it throws ends the wait and comes out of it.
 */
@FunctionalInterface
public interface ProgressListener {

  /**
   * The server has answered.
   *
   * @param task the task as the server sees it
   * @param percent how much is done, 0 to 100; unlike the task's own number it never falls
   */
  void onProgress(GenerationTask task, int percent);

  /**
   * A look at the task has failed, and another one will follow. Does nothing unless overridden.
   *
   * @param failure what went wrong
   * @param wait how long until the next look
   */
  default void onTrouble(SeedanceException failure, Duration wait) {}

  /** Hears nothing. */
  static ProgressListener none() {
    return (task, percent) -> {};
  }
}
