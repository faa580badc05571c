package dev.seedance.client.error;

import dev.seedance.client.model.Violation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The error that a response reports. Everything but the status may be missing.
 *
 * @param operation the call, such as {@code getGeneration}
 * @param status the HTTP status
 * @param code the kind of error, for programs, such as {@code task_not_found}; a number is kept as
 *     text
 * @param type family of the code, such as {@code not_found_error}
 * @param message the reason, for people
 * @param param the request field at fault
 * @param requestId the server's id of the call
 * @param retryAfter the wait that the server asks for
 * @param body the first 2 KB of the response
 * @param violations the broken rules, if the server is the toolkit's mock
 */
public record ApiError(
    String operation,
    int status,
    @Nullable String code,
    @Nullable String type,
    @Nullable String message,
    @Nullable String param,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    String body,
    List<Violation> violations) {

  /** Copies the violations. */
  public ApiError {
    violations = List.copyOf(violations);
  }
}
