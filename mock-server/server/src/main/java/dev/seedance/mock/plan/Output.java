package dev.seedance.mock.plan;

import dev.seedance.mock.media.FrameSize;

/**
 * The video that a request asks for, with every default filled in.
 *
 * @param seconds length in seconds
 * @param resolution name of the resolution, such as {@code 720p}
 * @param size frame size in pixels
 * @param audio if it has an audio track
 * @param lastFrame if the response has its last frame as a picture, too
 * @param count number of videos, 1 to 4
 */
public record Output(
    int seconds, String resolution, FrameSize size, boolean audio, boolean lastFrame, int count) {

  private static final int MAX_SECONDS = 60;
  private static final int MAX_COUNT = 4;

  /**
   * Checks length and count.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Output {
    if (seconds < 1 || seconds > MAX_SECONDS || count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException(
          "%d videos of %d s; expected 1 to %d of 1 to %d s"
              .formatted(count, seconds, MAX_COUNT, MAX_SECONDS));
    }
  }
}
