package dev.seedance.mock.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The kinds of file that can be uploaded, told by their first bytes.
 *
 * <p>The order matters: an M4A and a MOV are told from an MP4 by their brand.
 */
enum FileType {
  JPEG("JPEG", "image/jpeg", "jpg", head -> head.has(0, 0xFF, 0xD8, 0xFF)),
  PNG("PNG", "image/png", "png", head -> head.has(0, 0x89, 'P', 'N', 'G', 13, 10, 26, 10)),
  WEBP("WebP", "image/webp", "webp", head -> head.says(0, "RIFF") && head.says(8, "WEBP")),
  GIF("GIF", "image/gif", "gif", head -> head.says(0, "GIF87a") || head.says(0, "GIF89a")),
  WEBM(
      "WebM",
      "video/webm",
      "webm",
      head -> head.has(0, 0x1A, 0x45, 0xDF, 0xA3) && head.holds("webm")),
  M4A("M4A", "audio/mp4", "m4a", head -> head.isBrand("M4A ") || head.isBrand("M4B ")),
  MOV(
      "MOV",
      "video/quicktime",
      "mov",
      head -> head.isBrand("qt  ") || head.says(4, "moov") || head.says(4, "wide")),
  MP4("MP4", "video/mp4", "mp4", head -> head.says(4, "ftyp")),
  WAV("WAV", "audio/wav", "wav", head -> head.says(0, "RIFF") && head.says(8, "WAVE")),
  MP3("MP3", "audio/mpeg", "mp3", head -> head.says(0, "ID3") || head.isMpegLayer3());

  private final String title;
  private final String mimeType;
  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
  private final Predicate<Head> isTypeOf;

  FileType(String title, String mimeType, String extension, Predicate<Head> isTypeOf) {
    this.title = title;
    this.mimeType = mimeType;
    this.extension = extension;
    this.isTypeOf = isTypeOf;
  }

  /** The type of a file; empty where it is none of these. */
  static Optional<FileType> of(byte[] content) {
    var head = new Head(content);
    return Arrays.stream(values()).filter(type -> type.isTypeOf.test(head)).findFirst();
  }

  /** The names of types for people, such as {@code JPEG, PNG or GIF}. */
  static String list(List<FileType> types) {
    List<String> titles = types.stream().map(type -> type.title).toList();
    int last = titles.size() - 1;
    return String.join(", ", titles.subList(0, last)) + " or " + titles.get(last);
  }

  String mimeType() {
    return mimeType;
  }

  String extension() {
    return extension;
  }

  /** The first bytes of a file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Head(byte[] content) {

    private static final int DOC_TYPE_WITHIN = 64;

    boolean has(int offset, int... bytes) {
      if (content.length < offset + bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if ((content[offset + i] & 0xFF) != bytes[i]) {
          return false;
        }
      }
      return true;
    }

    boolean says(int offset, String text) {
      return has(offset, text.chars().toArray());
    }

    boolean isBrand(String brand) {
      return says(4, "ftyp") && says(8, brand);
    }

    boolean holds(String text) {
      int length = Math.min(content.length, DOC_TYPE_WITHIN);
      return new String(content, 0, length, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** A frame header of MPEG audio: 11 bits of sync, layer III, a valid bit rate and sampling. */
    boolean isMpegLayer3() {
      return content.length > 2
          && (content[0] & 0xFF) == 0xFF
          && (content[1] & 0xE6) == 0xE2
          && (content[2] & 0xF0) != 0xF0
          && (content[2] & 0x0C) != 0x0C;
    }
  }
}
