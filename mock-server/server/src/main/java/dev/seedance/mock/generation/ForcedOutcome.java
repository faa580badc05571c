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
 * @param error what failed; goes with {@code failed}, where it may be absent
 */
@Introspected
record ForcedOutcome(@Nullable String status, @Nullable Reason error) {

  private static final String CODE = "generation_failed";
  private static final String MESSAGE = "The task was made to fail on the mock's control plane.";

  @Introspected
  record Reason(@Nullable String code, @Nullable String message) {}

  Outcome outcome() {
    String asked = String.valueOf(status);
    if (asked.equals("failed")) {
      return failed(error == null ? new Reason(null, null) : error);
    }
    if (!asked.equals("completed") || error != null) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "status '"
              + asked
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
