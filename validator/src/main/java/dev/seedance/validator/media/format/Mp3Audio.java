package dev.seedance.validator.media.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * MP3 files. Their length stands nowhere in a place to trust, so the frames are counted, each once.
 *
 * <p>No library that is alive counts them within bounds; it is one table and one loop.
 */
record Mp3Audio() implements MediaFormat {

  private static final int TAG_HEADER = 10;
  private static final int INDEX_AREA = 200;
  private static final Set<String> INDEXES = Set.of("Xing", "Info", "VBRI");

  @Override
  public MediaFacts read(byte[] content) throws IOException {
    int at = behindTag(content);
    Mp3Frame first = null;
    double seconds = 0;
    while (at + Mp3Frame.HEADER <= content.length) {
      Mp3Frame frame = Mp3Frame.at(content, at);
      if (frame == null || (first != null && !frame.isOfStream(first))) {
        at++; // damage, or a tag: the next frame may follow
        continue;
      }
      if (first != null || !isIndex(content, at)) {
        seconds += frame.seconds();
      }
      first = first == null ? frame : first;
      at += frame.bytes();
    }
    if (first == null) {
      throw new IOException("no frame");
    }
    return MediaFacts.audio(seconds);
  }

  /** The first frame may hold an index of the others in place of sound. */
  private static boolean isIndex(byte[] content, int at) {
    int length = Math.min(INDEX_AREA, content.length - at);
    String start = new String(content, at, length, StandardCharsets.ISO_8859_1);
    return INDEXES.stream().anyMatch(start::contains);
  }

  private static int behindTag(byte[] content) {
    if (content.length < TAG_HEADER
        || content[0] != 'I'
        || content[1] != 'D'
        || content[2] != '3') {
      return 0;
    }
    int size = 0;
    for (int i = 6; i < TAG_HEADER; i++) {
      size = (size << 7) | (content[i] & 0x7F);
    }
    return Math.min(TAG_HEADER + size, content.length);
  }
}
