package dev.seedance.mock.generation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seedance.mock.json.SelfWritten;
import io.micronaut.core.annotation.Introspected;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The task object of section 2 of the contract, as it goes over the wire: without what is null. */
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
    @Nullable Failure error)
    implements SelfWritten {

  /** What a completed task has produced. */
  public record Result(String type, List<Video> data) implements SelfWritten {

    @Override
    public void writeTo(JsonGenerator json, Rest rest) throws IOException {
      json.writeStartObject();
      json.writeStringField("type", type);
      json.writeArrayFieldStart("data");
      for (Video video : data) {
        video.writeTo(json, rest);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** One video of it. */
  public record Video(String url, String format, @Nullable String lastFrameUrl)
      implements SelfWritten {

    @Override
    public void writeTo(JsonGenerator json, Rest rest) throws IOException {
      json.writeStartObject();
      json.writeStringField("url", url);
      json.writeStringField("format", format);
      if (lastFrameUrl != null) {
        json.writeStringField("last_frame_url", lastFrameUrl);
      }
      json.writeEndObject();
    }
  }

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
    List<Video> videos = new ArrayList<>(output.count());
    for (int index = 0; index < output.count(); index++) {
      String name = files + index;
      videos.add(new Video(name + ".mp4", "mp4", output.lastFrame() ? name + ".png" : null));
    }
    return videos;
  }

  static @Nullable Failure failure(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        ? new Failure(failed.code(), failed.message())
        : null;
  }

  @Override
  public void writeTo(JsonGenerator json, Rest rest) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    if (clientBusinessId != null) {
      json.writeStringField("client_business_id", clientBusinessId);
    }
    json.writeStringField("object", object);
    json.writeStringField("model", model);
    json.writeStringField("status", status);
    json.writeNumberField("progress", progress);
    json.writeNumberField("created_at", createdAt);
    if (completedAt != null) {
      json.writeNumberField("completed_at", completedAt);
    }
    if (expiresAt != null) {
      json.writeNumberField("expires_at", expiresAt);
    }
    if (result != null) {
      json.writeFieldName("result");
      result.writeTo(json, rest);
    }
    if (error != null) {
      json.writeFieldName("error");
      rest.write(error, json);
    }
    json.writeEndObject();
  }
}
