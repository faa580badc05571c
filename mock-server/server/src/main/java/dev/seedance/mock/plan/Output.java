package dev.seedance.mock.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seedance.mock.media.Container;
import dev.seedance.mock.media.FrameSize;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The video that a request asks for, with every default filled in.
 *
 * @param seconds length in seconds
 * @param resolution name of the resolution, such as {@code 720p}
 * @param size frame size in pixels
 * @param audio if it has an audio track
 * @param lastFrame if the response has its last frame as a picture, too
 * @param count number of videos, 1 to 4
 * @param format of the files, such as {@code mp4}
 */
public record Output(
    int seconds,
    String resolution,
    FrameSize size,
    boolean audio,
    boolean lastFrame,
    int count,
    String format) {

  private static final int MAX_SECONDS = 60;
  private static final int MAX_COUNT = 4;

  /**
   * Checks length, count and format.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Output {
    if (seconds < 1 || seconds > MAX_SECONDS || count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException(
          "%d videos of %d s; expected 1 to %d of 1 to %d s"
              .formatted(count, seconds, MAX_COUNT, MAX_SECONDS));
    }
    if (Container.named(format).isEmpty()) {
      throw new IllegalArgumentException("'format' is '" + format + "'; expected such as mp4");
    }
  }

  /** Reads an output of a snapshot; those from before there were other formats have none. */
  @JsonCreator
  static Output of(
      @JsonProperty("seconds") int seconds,
      @JsonProperty("resolution") String resolution,
      @JsonProperty("size") FrameSize size,
      @JsonProperty("audio") boolean audio,
      @JsonProperty("lastFrame") boolean lastFrame,
      @JsonProperty("count") int count,
      @JsonProperty("format") @Nullable String format) {
    return new Output(
        seconds,
        resolution,
        size,
        audio,
        lastFrame,
        count,
        Objects.requireNonNullElse(format, Container.MP4.format()));
  }

  /** Returns the container of the files. */
  public Container container() {
    return Container.named(format).orElseThrow();
  }
}
