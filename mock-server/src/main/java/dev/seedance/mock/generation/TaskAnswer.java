package dev.seedance.mock.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The task object of section 2 of the contract, as it goes over the wire. */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskAnswer(
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
    @Nullable Failure error) {

  /** What a completed task has produced. */
  @Introspected
  public record Result(String type, List<Video> data) {}

  /** One video of it. */
  @Introspected
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Video(String url, String format, @Nullable String lastFrameUrl) {}

  /** Why there is none. */
  @Introspected
  public record Failure(String code, String message) {}

  /**
   * What a task shows at an instant.
   *
   * @param files where the task's files stand, as a URL that ends with a slash; asked for those of
   *     a completed task only
   */
  public static TaskAnswer of(Task task, Instant now, Supplier<String> files) {
    TaskState state = task.at(now);
    boolean completed = state.isCompleted();
    boolean failed = state.isFailed();
    return new TaskAnswer(
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
        failed ? failure(task.plan().outcome()) : null);
  }

  private static List<Video> videos(Output output, String files) {
    return IntStream.range(0, output.count())
        .mapToObj(
            index ->
                new Video(
                    files + index + ".mp4",
                    "mp4",
                    output.lastFrame() ? files + index + ".png" : null))
        .toList();
  }

  static @Nullable Failure failure(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        ? new Failure(failed.code(), failed.message())
        : null;
  }
}
