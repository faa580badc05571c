package dev.seedance.spec.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bytes of a file as signatures look at them: as text with one character a byte, and as boxes.
 */
final class Content {

  private static final String TAG = "ID3";
  private static final int TAG_HEADER = 10;
  private static final int MATROSKA_HEADER = 512;

  /** The beginnings of other streams behind a tag: AAC, FLAC, Ogg. */
  private static final Pattern NO_MP3 =
      Pattern.compile("(?:\\xff[\\xf0\\xf1\\xf8\\xf9]|fLaC|OggS)");

  private final byte[] bytes;
  private final String start;
  private final Optional<IsoMedia> boxes;

  Content(byte[] bytes) {
    this.bytes = bytes;
    this.start = text(0);
    this.boxes = IsoMedia.read(bytes);
  }

  String start() {
    return start;
  }

  Optional<IsoMedia> boxes() {
    return boxes;
  }

  /** Returns true if the file begins with a tag of ID3 whose end is not in sight. */
  boolean isCutInTag() {
    return isTagged() && tagEnd() >= bytes.length;
  }

  /** Returns the start of the stream behind a tag of ID3, if there is such a tag. */
  String behindTag() {
    return isTagged() ? text(tagEnd()) : start;
  }

  /** Tells if there is a frame of MPEG layer III, or a tag that no other stream follows. */
  boolean isMp3() {
    return isTagged() ? !NO_MP3.matcher(behindTag()).lookingAt() : isMpegLayer3();
  }

  /** Tells if there is an EBML header whose element DocType, 42 82, has this value. */
  boolean isMatroska(String docType) {
    String header = start.substring(0, Math.min(start.length(), MATROSKA_HEADER));
    Pattern element = Pattern.compile("B\u0082[^a-z]{1,8}" + docType, Pattern.DOTALL);
    return header.startsWith("\u001aE\u00df\u00a3") && element.matcher(header).find();
  }

  private boolean isTagged() {
    return start.startsWith(TAG);
  }

  private int tagEnd() {
    if (bytes.length < TAG_HEADER) {
      return bytes.length;
    }
    int size = 0;
    for (int i = 6; i < TAG_HEADER; i++) {
      size = (size << 7) | (bytes[i] & 0x7F);
    }
    return TAG_HEADER + size;
  }

  /** Tells if there is a frame header of MPEG audio: sync, layer III, valid bit rate, sampling. */
  private boolean isMpegLayer3() {
    return bytes.length > 2
        && (bytes[0] & 0xFF) == 0xFF
        && (bytes[1] & 0xE6) == 0xE2
        && (bytes[2] & 0xF0) != 0xF0
        && (bytes[2] & 0x0C) != 0x0C;
  }

  private String text(int from) {
    int length = Math.max(0, Math.min(bytes.length - from, ContentType.BEGINNING));
    return new String(bytes, Math.min(from, bytes.length), length, StandardCharsets.ISO_8859_1);
  }
}
