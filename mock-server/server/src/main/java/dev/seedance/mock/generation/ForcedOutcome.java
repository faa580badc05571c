package dev.seedance.mock.generation;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.plan.Outcome;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /_mock/tasks/{id}/outcome}.
 *
 * @param status {@code completed} or {@code failed}
 * @param error the reason of the failure; optional, and only with {@code failed}
 */
@Introspected
record ForcedOutcome(@Nullable String status, @Nullable Reason error) {

  private static final String CODE = "generation_failed";
  private static final String MESSAGE = "The task was made to fail on the mock's control plane.";

  @Introspected
  record Reason(@Nullable String code, @Nullable String message) {}

  Outcome outcome() {
    String wanted = String.valueOf(status);
    if (wanted.equals("failed")) {
      return failed(error == null ? new Reason(null, null) : error);
    }
    if (!wanted.equals("completed") || error != null) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "status '"
              + wanted
              + (error == null ? "'" : "' with an error")
              + "; expected {\"status\":\"completed\"} or"
              + " {\"status\":\"failed\",\"error\":{\"code\":…,\"message\":…}}");
    }
    return new Outcome.Completed();
  }

  private static Outcome failed(Reason reason) {
    return new Outcome.Failed(
        reason.code() == null ? CODE : reason.code(),
        reason.message() == null ? MESSAGE : reason.message());
  }
}
