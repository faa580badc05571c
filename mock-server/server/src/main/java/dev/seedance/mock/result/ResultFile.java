package dev.seedance.mock.result;

import dev.seedance.mock.media.LastFrame;
import dev.seedance.mock.media.VideoFile;
import dev.seedance.mock.media.VideoSpec;
import io.micronaut.http.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file of a completed task. */
sealed interface ResultFile {

  MediaType type();

  long length();

  String etag();

  InputStream open(ByteRange range);

  /** The video itself. */
  record Video(VideoFile file) implements ResultFile {
    @Override
    public MediaType type() {
      return new MediaType("video/mp4");
    }

    @Override
    public long length() {
      return file.length();
    }

    @Override
    public String etag() {
      return '"' + file.etag() + '"';
    }

    @Override
    public InputStream open(ByteRange range) {
      return file.open(range.from(), range.to());
    }
  }

  /** The video's last frame. */
  final class Picture implements ResultFile {

    private final byte[] png;
    private final String name;

    Picture(VideoSpec spec) {
      this.png = LastFrame.png(spec);
      this.name = spec.title();
    }

    @Override
    public MediaType type() {
      return MediaType.IMAGE_PNG_TYPE;
    }

    @Override
    public long length() {
      return png.length;
    }

    /** Returns the task's name, as its last frame never changes. */
    @Override
    public String etag() {
      return '"' + name + '"';
    }

    @Override
    public InputStream open(ByteRange range) {
      return new ByteArrayInputStream(png, (int) range.from(), (int) range.length());
    }
  }
}
