package dev.seedance.client.internal;

import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.model.GenerationResult;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ResultVideo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The videos of a completed task. */
public final class Results {

  private Results() {}

  /**
   * Returns the videos of a completed task; at least one.
   *
   * @throws ResultMissingException if there is none, or one without an address
   */
  public static List<ResultVideo> videos(GenerationTask task) {
    List<ResultVideo> videos = addressed(task);
    if (videos.isEmpty()) {
      throw new ResultMissingException(task);
    }
    return videos;
  }

  /** Returns true if the task has videos and each of them has an address. */
  public static boolean present(GenerationTask task) {
    return !addressed(task).isEmpty();
  }

  /** Returns the time at which the links of the task expire; null if the server gives none. */
  public static @Nullable Instant expiry(GenerationTask task) {
    @Nullable Long seconds = task.getExpiresAt();
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }

  private static List<ResultVideo> addressed(GenerationTask task) {
    @Nullable GenerationResult result = task.getResult();
    @Nullable List<ResultVideo> videos = result == null ? null : result.getData();
    return videos != null && videos.stream().allMatch(video -> video.getUrl() != null)
        ? videos
        : List.of();
  }
}
