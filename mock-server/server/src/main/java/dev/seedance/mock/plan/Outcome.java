package dev.seedance.mock.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The end of a task. In JSON: its last status, and what belongs to that status. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(Outcome.Completed.class),
  @JsonSubTypes.Type(Outcome.Failed.class),
  @JsonSubTypes.Type(Outcome.Stuck.class)
})
public sealed interface Outcome {

  /** Time for which a result can be downloaded (contract, section 2). */
  Duration RESULT_LIFETIME = Duration.ofDays(1);

  /** Returns the state that the task stays in. */
  TaskState finalState();

  /** Returns about the bytes of memory that its texts take. */
  default long size() {
    return 0;
  }

  /**
   * A task with a video.
   *
   * @param resultLifetime time for which its files can be downloaded, 0 to 365 days
   */
  @JsonTypeName("completed")
  @JsonNaming(SnakeCaseStrategy.class)
  record Completed(Duration resultLifetime) implements Outcome {

    private static final Duration MAX = Duration.ofDays(365);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Completed {
      if (resultLifetime.isNegative() || resultLifetime.compareTo(MAX) > 0) {
        throw new IllegalArgumentException(
            "'result_lifetime' is %s; expected a duration from PT0S to P365D"
                .formatted(resultLifetime));
      }
    }

    /** Completes as on the provider: with {@link #RESULT_LIFETIME}. */
    public Completed() {
      this(RESULT_LIFETIME);
    }

    @JsonCreator
    static Completed of(@Nullable @JsonProperty("result_lifetime") Duration resultLifetime) {
      return resultLifetime == null ? new Completed() : new Completed(resultLifetime);
    }

    @Override
    public TaskState finalState() {
      return TaskState.COMPLETED;
    }
  }

  /**
   * A task without a video.
   *
   * @param error the reason
   */
  @JsonTypeName("failed")
  record Failed(Reason error) implements Outcome {

    /**
     * The reason of a failure.
     *
     * @param code for programs, such as {@code generation_failed}
     * @param message for people
     */
    public record Reason(String code, String message) {}

    /** Fails for a reason. */
    public Failed(String code, String message) {
      this(new Reason(code, message));
    }

    /** Returns the reason for programs, such as {@code generation_failed}. */
    public String code() {
      return error.code();
    }

    /** Returns the reason for people. */
    public String message() {
      return error.message();
    }

    @Override
    public long size() {
      return 2L * (error.code().length() + error.message().length());
    }

    @Override
    public TaskState finalState() {
      return TaskState.FAILED;
    }
  }

  /** A task without an end: it stays almost done, and no clock waits for it. */
  @JsonTypeName("in_progress")
  record Stuck() implements Outcome {
    @Override
    public TaskState finalState() {
      return TaskState.inProgress(99);
    }
  }
}
