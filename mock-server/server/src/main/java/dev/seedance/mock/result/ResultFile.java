package dev.seedance.mock.result;

import dev.seedance.mock.media.LastFrame;
import dev.seedance.mock.media.VideoFile;
import dev.seedance.mock.media.VideoSpec;
import io.micronaut.http.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Function;

/**
 * A file of a completed task.
 *
 * @param length bytes of the whole file
 * @param etag with the quotes of HTTP
 * @param dates of the sandbox's clock
 * @param content opens a range of the file
 */
record ResultFile(
    MediaType type,
    long length,
    String etag,
    Dates dates,
    Function<ByteRange, InputStream> content) {

  /**
   * The dates of a file.
   *
   * @param now the instant of the response
   * @param completed the instant at which it was made
   * @param expires the instant from which on it is gone
   */
  record Dates(Instant now, Instant completed, Instant expires) {}

  static ResultFile video(VideoFile file, MediaType type, Dates dates) {
    return new ResultFile(
        type,
        file.length(),
        '"' + file.etag() + '"',
        dates,
        range -> file.open(range.from(), range.to()));
  }

  /** Draws the last frame of a video. It never changes, so that its task's name is its tag. */
  static ResultFile picture(VideoSpec spec, Dates dates) {
    byte[] png = LastFrame.png(spec);
    return new ResultFile(
        MediaType.IMAGE_PNG_TYPE,
        png.length,
        '"' + spec.title() + '"',
        dates,
        range -> new ByteArrayInputStream(png, (int) range.from(), (int) range.length()));
  }
}
