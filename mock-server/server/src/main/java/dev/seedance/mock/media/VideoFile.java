package dev.seedance.mock.media;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A video file that is encoded when it is read.
 *
 * <p>In memory are only its header and the position of each second, a few kilobytes. A stream
 * encodes the seconds that are read, one at a time. Immutable and thread-safe; every stream is
 * independent.
 */
public final class VideoFile {

  private final VideoSpec spec;
  private final byte[] header;

  /** Position of each part, the header and the seconds; the last entry is the file's length. */
  private final long[] starts;

  private final String etag;

  private VideoFile(VideoSpec spec) {
    this.spec = spec;
    Track video = new Track(TrackFormat.video(spec.size()));
    Track audio = new Track(TrackFormat.audio());
    CRC32 hash = new CRC32();
    for (int second = 0; second < spec.seconds(); second++) {
      List<byte[]> pictures = GroupOfPictures.encode(spec, second);
      pictures.forEach(hash::update);
      video.addChunk(pictures);
      audio.addChunk(Tone.frames(second));
    }
    Movie movie = new Movie(spec, spec.audio() ? List.of(video, audio) : List.of(video));
    header = movie.header();
    hash.update(header);
    starts = new long[spec.seconds() + 2];
    starts[1] = header.length;
    for (int second = 0; second < spec.seconds(); second++) {
      starts[second + 2] = starts[second + 1] + movie.size(second);
    }
    etag = "%08x-%x".formatted(hash.getValue(), length());
  }

  /** Lays out a file. This encodes the whole video once, to learn its length. */
  public static VideoFile of(VideoSpec spec) {
    return new VideoFile(spec);
  }

  /** Returns the length in bytes. */
  public long length() {
    return starts[starts.length - 1];
  }

  /** Returns an opaque tag of the content, without the quotes of HTTP. */
  public String etag() {
    return etag;
  }

  /**
   * Opens a part of the file. The stream never blocks and throws no {@link java.io.IOException}.
   *
   * @param from first byte
   * @param to the byte after the last
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= length()}
   */
  public InputStream open(long from, long to) {
    Objects.checkFromToIndex(from, to, length());
    return new VideoStream(this, from, to);
  }

  /** Returns the part that has a byte: 0 is the header, 1 the first second. */
  int partAt(long position) {
    int part = 0;
    while (position >= starts[part + 1]) {
      part++;
    }
    return part;
  }

  long startOf(int part) {
    return starts[part];
  }

  byte[] part(int part) {
    if (part == 0) {
      return header;
    }
    var bytes = new ByteArrayOutputStream((int) (starts[part + 1] - starts[part]));
    GroupOfPictures.encode(spec, part - 1).forEach(bytes::writeBytes);
    if (spec.audio()) {
      Tone.frames(part - 1).forEach(bytes::writeBytes);
    }
    return bytes.toByteArray();
  }
}
