package dev.seedance.mock.media;

import java.io.InputStream;
import java.util.Objects;

/** A range of a {@link VideoFile}; one second of it is in memory at a time. */
final class VideoStream extends InputStream {

  private final VideoFile file;
  private final long end;
  private long position;
  private byte[] part = {};
  private long partStart;

  VideoStream(VideoFile file, long from, long to) {
    this.file = file;
    position = from;
    end = to;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position >= end) {
      return -1;
    }
    load();
    int from = (int) (position - partStart);
    int count = (int) Math.min(Math.min(length, part.length - from), end - position);
    System.arraycopy(part, from, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }

  private void load() {
    if (position < partStart || position >= partStart + part.length) {
      int index = file.partAt(position);
      part = file.part(index);
      partStart = file.startOf(index);
    }
  }
}
