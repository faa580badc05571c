package dev.seedance.validator.media.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * WebM videos, by their headers: what stands before the first cluster of frames. The rate is that
 * of the header; many files have none.
 *
 * <p>No library that is alive reads them. Elements are walked in one pass that steps into
 * containers and over the rest, so that sizes that are unknown or wrong only end it.
 */
record WebmVideo() implements MediaFormat {

  private static final int INFO_SCALE = 0x2AD7B1;
  private static final int INFO_DURATION = 0x4489;
  private static final int TRACK = 0xAE;
  private static final int FRAME_DURATION = 0x23E383;
  private static final int WIDTH = 0xB0;
  private static final int HEIGHT = 0xBA;
  private static final int CLUSTER = 0x1F43B675;

  /** Segment, information, tracks, a track, its video. */
  private static final Set<Integer> CONTAINERS =
      Set.of(0x18538067, 0x1549A966, 0x1654AE6B, TRACK, 0xE0);

  private static final int LONGEST_ID = 4;
  private static final double NANOSECONDS = 1e9;

  @Override
  public MediaFacts read(byte[] content) throws IOException, UnreadableMediaException {
    ByteBuffer file = ByteBuffer.wrap(content);
    var header = new Header();
    while (file.remaining() > 1) {
      int id = (int) number(file, true);
      long size = number(file, false);
      if (id == CLUSTER) {
        break;
      }
      if (id == TRACK) {
        header.startTrack();
      }
      if (!CONTAINERS.contains(id)) {
        if (size > file.remaining()) {
          break;
        }
        header.take(id, file.slice(file.position(), (int) size));
        file.position(file.position() + (int) size);
      }
    }
    return header.facts();
  }

  /** Reads an id with the mark of its length, or a size without. */
  private static long number(ByteBuffer file, boolean isId) throws IOException {
    int first = Byte.toUnsignedInt(file.get());
    int length = Integer.numberOfLeadingZeros(first) - 23;
    if (length > (isId ? LONGEST_ID : Long.BYTES)) {
      throw new IOException("no element");
    }
    long number = isId ? first : first & (0xFF >> length);
    for (int i = 1; i < length; i++) {
      number = number << Byte.SIZE | Byte.toUnsignedInt(file.get());
    }
    return number;
  }

  /** The figures of the headers; those of the first track with pictures. */
  private static final class Header {

    private double scale = 1e6;
    private double duration;
    private double frameDuration;
    private int width;
    private int height;
    private boolean found;

    void startTrack() {
      found = width > 0 && height > 0;
      if (!found) {
        frameDuration = 0;
      }
    }

    void take(int id, ByteBuffer value) {
      switch (id) {
        case INFO_SCALE -> scale = unsigned(value);
        case INFO_DURATION ->
            duration = value.remaining() == Float.BYTES ? value.getFloat() : value.getDouble();
        case FRAME_DURATION -> frameDuration = found ? frameDuration : unsigned(value);
        case WIDTH -> width = found ? width : (int) unsigned(value);
        case HEIGHT -> height = found ? height : (int) unsigned(value);
        default -> {
          // nothing that is asked for
        }
      }
    }

    MediaFacts facts() throws UnreadableMediaException {
      double seconds = duration * scale / NANOSECONDS;
      if (!(seconds > 0 && seconds < Long.MAX_VALUE)) {
        throw UnreadableMediaException.noLength();
      }
      return new MediaFacts(
          width, height, seconds, frameDuration > 0 ? NANOSECONDS / frameDuration : null);
    }

    private static double unsigned(ByteBuffer value) {
      long number = 0;
      while (value.hasRemaining()) {
        number = number << Byte.SIZE | Byte.toUnsignedInt(value.get());
      }
      return number;
    }
  }
}
