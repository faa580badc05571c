package dev.seedance.mock.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.mock.account.BillingResponse;
import dev.seedance.mock.plan.Outcome;
import dev.seedance.mock.plan.Output;
import dev.seedance.mock.plan.TaskState;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The task object of section 2 of the contract. */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskResponse(
    String id,
    @Nullable String clientBusinessId,
    String object,
    String model,
    String status,
    int progress,
    long createdAt,
    @Nullable Long completedAt,
    @Nullable Long expiresAt,
    @Nullable Result result,
    @Nullable BillingResponse billing,
    @Nullable Failure error) {

  /** The result of a completed task. */
  @Introspected
  public record Result(String type, List<Video> data) {}

  /** One video of a result. */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Video(String url, String format, @Nullable String lastFrameUrl) {}

  /** The reason why there is no result. */
  @Introspected
  public record Failure(String code, String message) {}

  /**
   * Returns the task object of an instant.
   *
   * @param files the URL of the task's files, with a slash at its end; called only if the task is
   *     completed
   */
  public static TaskResponse of(Task task, Instant now, Supplier<String> files) {
    TaskState state = task.at(now);
    boolean completed = state.isCompleted();
    boolean failed = state.isFailed();
    return new TaskResponse(
        task.id(),
        task.clientBusinessId(),
        "generation.task",
        task.model(),
        state.status(),
        state.progress(),
        task.plan().submittedAt().getEpochSecond(),
        completed ? task.plan().endsAt().getEpochSecond() : null,
        completed ? task.expiresAt().getEpochSecond() : null,
        completed ? new Result("video", videos(task.output(), files.get())) : null,
        Billing.told(task, state),
        failed ? failure(task.plan().outcome()) : null);
  }

  private static List<Video> videos(Output output, String files) {
    String format = output.format();
    return IntStream.range(0, output.count())
        .mapToObj(index -> files + index)
        .map(
            name ->
                new Video(name + "." + format, format, output.lastFrame() ? name + ".png" : null))
        .toList();
  }

  static @Nullable Failure failure(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        ? new Failure(failed.code(), failed.message())
        : null;
  }
}
