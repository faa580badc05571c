package dev.seedance.client.error;

import dev.seedance.client.model.GenerationTask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wait that ended before its task (or asset) was final. Nothing is lost: it goes on at the
 * server, and {@code await(id)} resumes the wait, in another process too.
 */
public final class TaskTimeoutException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final transient @Nullable GenerationTask lastSeen;

  /**
   * Reports a wait that took too long.
   *
   * @param kind task or asset
   * @param id resumes the wait
   * @param state the state that was seen last
   * @param after the length of the wait, such as {@code after 600 s}, and what ended it
   * @param lastSeen the task as last seen; null if no poll has succeeded
   * @param cause the failure of the last poll; null if it succeeded
   */
  public TaskTimeoutException(
      String kind,
      String id,
      String state,
      String after,
      @Nullable GenerationTask lastSeen,
      @Nullable Throwable cause) {
    super(
        "%s %s %s %s; it goes on at the server, resume the wait with this id"
            .formatted(kind, id, state, after),
        cause);
    this.id = id;
    this.lastSeen = lastSeen;
  }

  @Override
  public Optional<String> taskId() {
    return lastSeen().map(GenerationTask::getId);
  }

  /** Returns the id that resumes the wait: a task id, a business id, or an asset id. */
  public String id() {
    return id;
  }

  /** Returns the task as last seen; empty if no poll has succeeded, and for assets. */
  public Optional<GenerationTask> lastSeen() {
    return Optional.ofNullable(lastSeen);
  }
}
