package dev.seedance.client.error;

import dev.seedance.spec.text.Printable;
import dev.seedance.spec.text.ShownText;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The root of all failures between the caller and a finished video. */
public abstract class SeedanceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Leaves the message readable; {@link #taskId} has all of it. */
  private static final int LONGEST_ID = 255;

  private final AtomicReference<@Nullable String> taskId = new AtomicReference<>();

  /**
   * Reports a failure. Whoever prints its message is safe from the control characters of servers.
   *
   * @param message the event and the remedy
   * @param cause the reason; null if there is none
   */
  protected SeedanceException(String message, @Nullable Throwable cause) {
    super(Printable.text(message), cause);
  }

  /**
   * Returns the id of the task that the server has given before the failure. What was ordered goes
   * on under it: {@code await(id)} resumes the wait. Empty if the server has given none.
   */
  public Optional<String> taskId() {
    return Optional.ofNullable(taskId.get());
  }

  /**
   * Names the task that this failure leaves at the server. The first name stays.
   *
   * @param id given by the server
   */
  public final void about(String id) {
    if (taskId().isEmpty()) {
      taskId.compareAndSet(null, id);
    }
  }

  /** Returns the event, the remedy, and the task that is left at the server. */
  @Override
  public String getMessage() {
    String message = String.valueOf(super.getMessage());
    String id = taskId.get();
    return id == null
        ? message
        : "%s (task %s)".formatted(message, ShownText.plain(id, LONGEST_ID));
  }

  /** Returns true if the same call may well succeed a little later. */
  public boolean isTransient() {
    return false;
  }
}
