package dev.seedance.validator.media.format;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a file. What a kind of file does not have is {@code null}.
 *
 * @param width in pixels
 * @param height in pixels
 * @param seconds the length
 * @param frameRate in frames a second, on average
 */
public record MediaFacts(
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double seconds,
    @Nullable Double frameRate) {

  static MediaFacts image(int width, int height) {
    return new MediaFacts(width, height, null, null);
  }

  static MediaFacts video(int width, int height, double seconds, double frameRate) {
    return new MediaFacts(width, height, seconds, frameRate);
  }

  static MediaFacts audio(double seconds) {
    return new MediaFacts(null, null, seconds, null);
  }
}
