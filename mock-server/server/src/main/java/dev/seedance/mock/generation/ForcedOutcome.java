package dev.seedance.mock.generation;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.plan.Outcome;
import io.micronaut.core.annotation.Introspected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /_mock/tasks/{id}/outcome}.
 *
 * @param status {@code completed} or {@code failed}
 * @param error the reason of the failure; optional, and only with {@code failed}
 */
@Introspected
record ForcedOutcome(@Nullable String status, @Nullable Reason error) {

  @Introspected
  record Reason(@Nullable String code, @Nullable String message) {

    Outcome.Failed outcome() {
      return new Outcome.Failed(
          Objects.requireNonNullElse(code, "generation_failed"),
          Objects.requireNonNullElse(
              message, "The task was made to fail on the mock's control plane."));
    }
  }

  Outcome outcome() {
    String wanted = String.valueOf(status);
    if (wanted.equals("failed")) {
      return Objects.requireNonNullElseGet(error, () -> new Reason(null, null)).outcome();
    }
    if (!wanted.equals("completed") || error != null) {
      throw ApiException.invalid(
          "status '"
              + wanted
              + (error == null ? "'" : "' with an error")
              + "; expected {\"status\":\"completed\"} or"
              + " {\"status\":\"failed\",\"error\":{\"code\":…,\"message\":…}}");
    }
    return new Outcome.Completed();
  }
}
