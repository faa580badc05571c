package dev.seedance.client.error;

import dev.seedance.client.model.GenerationTask;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The wait is over, the task (or the asset) is not. Nothing is lost: it goes on at the server, and
 * {@code await(id)} takes the wait up again, in another process too.
 */
public final class TaskTimeoutException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final transient @Nullable GenerationTask lastSeen;

  /**
   * Tells what took too long.
   *
   * @param kind what was waited for: task or asset
   * @param id what to resume with
   * @param state what the task was last seen as
   * @param waited for how long
   * @param lastSeen the task as last seen; null where no look has succeeded
   * @param cause the last look's failure; null where it succeeded
   */
  public TaskTimeoutException(
      String kind,
      String id,
      String state,
      Duration waited,
      @Nullable GenerationTask lastSeen,
      @Nullable Throwable cause) {
    super(
        "%s %s %s after %d s; it goes on at the server, resume the wait with this id"
            .formatted(kind, id, state, waited.toSeconds()),
        cause);
    this.id = id;
    this.lastSeen = lastSeen;
  }

  /** What to resume with: a task id, a business id, or an asset id. */
  public String id() {
    return id;
  }

  /** The task as last seen; empty where no look has succeeded, and for assets. */
  public Optional<GenerationTask> lastSeen() {
    return Optional.ofNullable(lastSeen);
  }
}
