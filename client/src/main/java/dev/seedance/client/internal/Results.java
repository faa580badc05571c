package dev.seedance.client.internal;

import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.model.GenerationResult;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ResultVideo;
import dev.seedance.spec.http.HttpUrl;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The videos of a completed task. */
public final class Results {

  /** Begins the year 10000: what is beyond is no time but a mistake. */
  private static final long LAST_SECOND = 253_402_300_800L;

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

  /**
   * Returns the time at which the links of the task expire; null if the server gives none, or no
   * time.
   */
  public static @Nullable Instant expiry(GenerationTask task) {
    @Nullable Long seconds = task.getExpiresAt();
    return seconds == null || Math.abs(seconds) > LAST_SECOND
        ? null
        : Instant.ofEpochSecond(seconds);
  }

  private static List<ResultVideo> addressed(GenerationTask task) {
    @Nullable GenerationResult result = task.getResult();
    return result == null ? List.of() : addressed(result.getData());
  }

  /** Returns the videos of a list; none if one of them has no address that can be called. */
  public static List<ResultVideo> addressed(@Nullable List<ResultVideo> videos) {
    return videos != null && videos.stream().allMatch(Results::isAddressed)
        ? List.copyOf(videos)
        : List.of();
  }

  private static boolean isAddressed(@Nullable ResultVideo video) {
    return video != null && video.getUrl() != null && HttpUrl.parse(video.getUrl()) != null;
  }
}
