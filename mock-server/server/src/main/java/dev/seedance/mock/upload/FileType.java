package dev.seedance.mock.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A type of file that can be uploaded, recognised by its first bytes.
 *
 * <p>The order matters: the brand tells an M4A or a MOV from an MP4.
 */
enum FileType {
  JPEG("JPEG", "image/jpeg", "jpg", head -> head.has(0, 0xFF, 0xD8, 0xFF)),
  PNG("PNG", "image/png", "png", head -> head.has(0, 0x89, 'P', 'N', 'G', 13, 10, 26, 10)),
  WEBP("WebP", "image/webp", "webp", head -> head.hasText(0, "RIFF") && head.hasText(8, "WEBP")),
  GIF("GIF", "image/gif", "gif", head -> head.hasText(0, "GIF87a") || head.hasText(0, "GIF89a")),
  WEBM(
      "WebM",
      "video/webm",
      "webm",
      head -> head.has(0, 0x1A, 0x45, 0xDF, 0xA3) && head.contains("webm")),
  M4A("M4A", "audio/mp4", "m4a", head -> head.isBrand("M4A ") || head.isBrand("M4B ")),
  MOV(
      "MOV",
      "video/quicktime",
      "mov",
      head -> head.isBrand("qt  ") || head.hasText(4, "moov") || head.hasText(4, "wide")),
  MP4("MP4", "video/mp4", "mp4", head -> head.hasText(4, "ftyp")),
  WAV("WAV", "audio/wav", "wav", head -> head.hasText(0, "RIFF") && head.hasText(8, "WAVE")),
  MP3("MP3", "audio/mpeg", "mp3", head -> head.hasText(0, "ID3") || head.isMpegLayer3());

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

  /** Recognises the type of a file; empty if it is none of these. */
  static Optional<FileType> of(byte[] content) {
    var head = new Head(content);
    return Arrays.stream(values()).filter(type -> type.isTypeOf.test(head)).findFirst();
  }

  /** Lists the names of types for people, such as {@code JPEG, PNG or GIF}. */
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

    boolean hasText(int offset, String text) {
      return has(offset, text.chars().toArray());
    }

    boolean isBrand(String brand) {
      return hasText(4, "ftyp") && hasText(8, brand);
    }

    boolean contains(String text) {
      int length = Math.min(content.length, DOC_TYPE_WITHIN);
      return new String(content, 0, length, StandardCharsets.ISO_8859_1).contains(text);
    }

    /**
     * Tells if there is a frame header of MPEG audio: sync, layer III, valid bit rate, sampling.
     */
    boolean isMpegLayer3() {
      return content.length > 2
          && (content[0] & 0xFF) == 0xFF
          && (content[1] & 0xE6) == 0xE2
          && (content[2] & 0xF0) != 0xF0
          && (content[2] & 0x0C) != 0x0C;
    }
  }
}
