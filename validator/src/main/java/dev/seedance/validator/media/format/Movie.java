package dev.seedance.validator.media.format;

import com.drew.imaging.quicktime.QuickTimeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Files made of boxes: MP4, QuickTime and M4A. Fragmented ones tell their length nowhere near the
 * start and are not read.
 *
 * @param pictures whether the file is asked for its pictures or for its sound
 */
record Movie(boolean pictures) implements MediaFormat {

  private static final int MOOV = 0x6d6f6f76;
  private static final int HEADER = 8;

  @Override
  public MediaFacts read(byte[] content) throws IOException, UnreadableMediaException {
    var tracks = new Tracks();
    QuickTimeReader.extract(moov(content), new BoxHandler(tracks));
    Optional<Track> found =
        tracks.all().stream()
            .filter(track -> pictures ? track.isVideo() : track.isAudio())
            .findFirst();
    if (found.isEmpty()) {
      throw new IOException("no such track");
    }
    Track track = found.get();
    double seconds = track.seconds(tracks.timescale());
    if (!(seconds > 0)) {
      throw UnreadableMediaException.noLength();
    }
    return pictures
        ? MediaFacts.video(track.width(), track.height(), seconds, track.frameRate())
        : MediaFacts.audio(seconds);
  }

  /**
   * Finds the box with the tables, which stands before or behind the samples. The library would
   * misread the header of samples whose length has 64 bits.
   *
   * @throws IOException if there is none, or a box has fewer bytes than it declares
   */
  private static ByteArrayInputStream moov(byte[] content) throws IOException {
    ByteBuffer boxes = ByteBuffer.wrap(content);
    ByteArrayInputStream found = null;
    long at = 0;
    while (at + HEADER <= content.length) {
      int start = (int) at;
      long size = Integer.toUnsignedLong(boxes.getInt(start));
      if (size == 0) { // up to the end of the file
        size = content.length - at;
      } else if (size == 1) {
        size = boxes.getLong(start + HEADER);
      }
      if (size < HEADER || size > content.length - at) {
        throw new IOException("a box of " + size + " bytes");
      }
      if (boxes.getInt(start + Integer.BYTES) == MOOV) {
        found = new ByteArrayInputStream(content, start, (int) size);
      }
      at += size;
    }
    if (found == null) {
      throw new IOException("no box moov");
    }
    return found;
  }
}
