package dev.seedance.mock.result;

import dev.seedance.mock.generation.Task;
import dev.seedance.mock.generation.TaskStore;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.media.VideoFile;
import dev.seedance.mock.media.VideoSpec;
import dev.seedance.mock.plan.Output;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import io.micronaut.core.util.clhm.ConcurrentLinkedHashMap;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the file of a result URL.
 *
 * <p>A file is laid out at its first request. The last few layouts are kept, because players
 * request a file in many small ranges.
 */
@Singleton
final class ResultFiles {

  private static final int KEPT_LAYOUTS = 32;
  private static final Pattern NAME = Pattern.compile("([0-3])\\.([a-z0-9]{1,4})");

  private static final String PICTURE = "png";

  private final Sandboxes sandboxes;
  private final Map<VideoSpec, VideoFile> layouts =
      new ConcurrentLinkedHashMap.Builder<VideoSpec, VideoFile>()
          .maximumWeightedCapacity(KEPT_LAYOUTS)
          .build();

  ResultFiles(Sandboxes sandboxes) {
    this.sandboxes = sandboxes;
  }

  /**
   * Returns the file of a URL.
   *
   * @throws ApiException 404 if there is none, 410 if it has expired
   */
  ResultFile find(String sandboxId, String taskId, String name) {
    Sandbox sandbox = sandboxes.find(sandboxId).orElseThrow(ResultFiles::notFound);
    Task task = sandbox.get(TaskStore.class).find(taskId).orElseThrow(ResultFiles::notFound);
    Matcher file = NAME.matcher(name);
    if (!file.matches() || Integer.parseInt(file.group(1)) >= task.output().count()) {
      throw notFound();
    }
    Instant now = sandbox.clock().instant();
    requireAvailable(task, now);
    VideoSpec spec = spec(task, Integer.parseInt(file.group(1)));
    var dates = new ResultFile.Dates(now, task.plan().endsAt(), task.expiresAt());
    if (file.group(2).equals(task.output().format())) {
      var type = new MediaType(spec.container().mimeType());
      return ResultFile.video(layouts.computeIfAbsent(spec, VideoFile::of), type, dates);
    }
    if (file.group(2).equals(PICTURE) && task.output().lastFrame()) {
      return ResultFile.picture(spec, dates);
    }
    throw notFound();
  }

  private static void requireAvailable(Task task, Instant now) {
    if (!task.at(now).isCompleted()) {
      throw notFound();
    }
    if (!now.isBefore(task.expiresAt())) {
      throw new ApiException(
          ErrorCode.RESULT_EXPIRED,
          "this result expired at " + task.expiresAt() + "; results live for a day, save them");
    }
  }

  private static VideoSpec spec(Task task, int index) {
    Output output = task.output();
    return new VideoSpec(
        output.size(),
        output.seconds(),
        output.audio(),
        output.container(),
        task.id(),
        List.of(
            task.model() + " " + output.resolution(),
            output.size() + " " + output.seconds() + " s",
            "video " + (index + 1) + " of " + output.count()),
        task.plan().endsAt());
  }

  private static ApiException notFound() {
    return new ApiException(
        ErrorCode.NOT_FOUND, "no such result file; take the URL from a completed task");
  }
}
