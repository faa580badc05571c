package dev.seedance.validator.media.format;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.lang.SequentialByteArrayReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Images with a mark at their end: without it they are cut off, which their header does not tell.
 *
 * @param image reads the size
 * @param end the mark, one character a byte; other bytes may follow it
 * @param start finds the place behind which the mark must stand
 */
record EndedImage(MediaFormat image, String end, Start start) implements MediaFormat {

  static final MediaFormat PNG = new EndedImage(new JdkImage("png"), "IEND", content -> 0);
  static final MediaFormat JPEG =
      new EndedImage(new JdkImage("jpeg"), "\u00FF\u00D9", EndedImage::behindHeaders);

  /** Finds a place in a file. */
  @FunctionalInterface
  interface Start {
    int of(byte[] content) throws IOException;
  }

  @Override
  public MediaFacts read(byte[] content) throws IOException, UnreadableMediaException {
    MediaFacts facts = image.read(content);
    int from = start.of(content);
    byte[] mark = end.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = content.length - mark.length; at >= from; at--) {
      if (isAt(at, mark, content)) {
        return facts;
      }
    }
    throw new EOFException("no end");
  }

  private static boolean isAt(int at, byte[] mark, byte[] content) {
    for (int i = 0; i < mark.length; i++) {
      if (content[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** A preview in the headers of a JPEG has an end of its own. */
  private static int behindHeaders(byte[] content) throws IOException {
    var reader = new SequentialByteArrayReader(content);
    try {
      JpegSegmentReader.readSegments(reader, List.of());
    } catch (JpegProcessingException e) {
      throw new IOException(e);
    }
    return Math.toIntExact(reader.getPosition());
  }
}
