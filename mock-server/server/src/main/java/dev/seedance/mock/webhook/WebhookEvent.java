package dev.seedance.mock.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.mock.account.BillingResponse;
import dev.seedance.mock.generation.Task;
import dev.seedance.mock.generation.TaskResponse;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of a webhook (contract, section 4). Letter case, the textual progress and the names of
 * times differ from the status call: that is the contract.
 */
@Introspected
record WebhookEvent(String id, String type, String apiVersion, long createdAt, Data data) {

  private static final String VERSION = "v1";
  private static final String DONE = "100%";

  /** The id of the task that a test event tells of. */
  static final String TEST_TASK = "endpoint_test";

  /** Result and error are written as null if there is none; the other absent ones are left out. */
  @Introspected
  record Data(
      String taskId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientBusinessId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String traceId,
      String taskType,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String model,
      String status,
      String progress,
      @Nullable Object result,
      TaskResponse.@Nullable Failure error,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BillingResponse billing,
      long submittedAt,
      long finishedAt) {}

  @Introspected
  record Message(String message) {}

  /**
   * Returns the final event of a task.
   *
   * @param response the status call's about the ended task
   */
  static WebhookEvent ended(String id, Instant now, Task task, TaskResponse response) {
    boolean failed = response.error() != null;
    String type = failed ? "generation.failed" : "generation.completed";
    var data =
        new Data(
            task.id(),
            task.clientBusinessId(),
            task.callback().traceId(),
            "video",
            task.model(),
            failed ? "FAILURE" : "SUCCESS",
            DONE,
            response.result(),
            response.error(),
            response.billing(),
            task.plan().submittedAt().getEpochSecond(),
            task.plan().endsAt().getEpochSecond());
    return new WebhookEvent(id, type, VERSION, now.getEpochSecond(), data);
  }

  /** Returns a trial event, which belongs to no task. */
  static WebhookEvent test(String id, Instant now) {
    var result = new Message("This is a test delivery.");
    var data =
        new Data(TEST_TASK, null, null, "image", null, "SUCCESS", DONE, result, null, null, 0, 0);
    return new WebhookEvent(id, "endpoint.test", VERSION, now.getEpochSecond(), data);
  }
}
