package dev.seedance.mock.upload;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A type of file, recognised by its content. */
enum FileType {
  JPEG("JPEG", "image/jpeg", "jpg", file -> file.has(0, 0xFF, 0xD8, 0xFF)),
  PNG("PNG", "image/png", "png", file -> file.has(0, 0x89, 'P', 'N', 'G', 13, 10, 26, 10)),
  WEBP("WebP", "image/webp", "webp", file -> file.hasText(0, "RIFF") && file.hasText(8, "WEBP")),
  GIF("GIF", "image/gif", "gif", file -> file.hasText(0, "GIF87a") || file.hasText(0, "GIF89a")),
  WEBM("WebM", "video/webm", "webm", file -> file.isMatroska("webm")),
  /** Taken by no endpoint, but known by its name: what phones make of photos. */
  HEIF("HEIF", "image/heif", "heif", file -> file.isMedia(IsoMedia::isImage)),
  M4A("M4A", "audio/mp4", "m4a", file -> file.isMedia(IsoMedia::isAudio)),
  MOV("MOV", "video/quicktime", "mov", file -> file.isMedia(IsoMedia::isQuickTime)),
  MP4("MP4", "video/mp4", "mp4", file -> file.isMedia(IsoMedia::isVideo)),
  WAV("WAV", "audio/wav", "wav", file -> file.hasText(0, "RIFF") && file.hasText(8, "WAVE")),
  MP3("MP3", "audio/mpeg", "mp3", Content::isMp3);

  private final String title;
  private final String mimeType;
  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
  private final Predicate<Content> isTypeOf;

  FileType(String title, String mimeType, String extension, Predicate<Content> isTypeOf) {
    this.title = title;
    this.mimeType = mimeType;
    this.extension = extension;
    this.isTypeOf = isTypeOf;
  }

  /**
   * Recognises a file. Some files may be of two types: a cut-off MP4 doesn't tell if it has
   * pictures.
   */
  static List<FileType> of(byte[] content) {
    var file = new Content(content, IsoMedia.read(content));
    return Arrays.stream(values()).filter(type -> type.isTypeOf.test(file)).toList();
  }

  /** Lists the names of types for people, such as {@code JPEG, PNG or GIF}. */
  static String list(List<FileType> types) {
    List<String> titles = types.stream().map(type -> type.title).toList();
    int last = titles.size() - 1;
    return String.join(", ", titles.subList(0, last)) + " or " + titles.get(last);
  }

  @JsonValue
  String mimeType() {
    return mimeType;
  }

  String extension() {
    return extension;
  }

  /** A file's bytes, and its boxes if it has any. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(byte[] bytes, Optional<IsoMedia> media) {

    private static final int MATROSKA_HEADER = 512;
    private static final int ID3_HEADER = 10;

    boolean has(int offset, int... expected) {
      if (bytes.length < offset + expected.length) {
        return false;
      }
      for (int i = 0; i < expected.length; i++) {
        if ((bytes[offset + i] & 0xFF) != expected[i]) {
          return false;
        }
      }
      return true;
    }

    boolean hasText(int offset, String text) {
      return has(offset, text.chars().toArray());
    }

    boolean isMedia(Predicate<IsoMedia> test) {
      return media.filter(test).isPresent();
    }

    /** Tells if there is an EBML header whose element DocType, 42 82, has this value. */
    boolean isMatroska(String docType) {
      int length = Math.min(bytes.length, MATROSKA_HEADER);
      String header = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
      Pattern element = Pattern.compile("B\u0082[^a-z]{1,8}" + docType, Pattern.DOTALL);
      return has(0, 0x1A, 0x45, 0xDF, 0xA3) && element.matcher(header).find();
    }

    /** Tells if there is a frame of MPEG layer III, or a tag that no other stream follows. */
    boolean isMp3() {
      if (!hasText(0, "ID3") || bytes.length < ID3_HEADER) {
        return hasText(0, "ID3") || isMpegLayer3();
      }
      int size = 0;
      for (int i = 6; i < ID3_HEADER; i++) {
        size = (size << 7) | (bytes[i] & 0x7F);
      }
      int next = ID3_HEADER + size;
      boolean aac = has(next, 0xFF) && bytes.length > next + 1 && (bytes[next + 1] & 0xF6) == 0xF0;
      return !aac && !hasText(next, "fLaC") && !hasText(next, "OggS");
    }

    /**
     * Tells if there is a frame header of MPEG audio: sync, layer III, valid bit rate, sampling.
     */
    private boolean isMpegLayer3() {
      return bytes.length > 2
          && (bytes[0] & 0xFF) == 0xFF
          && (bytes[1] & 0xE6) == 0xE2
          && (bytes[2] & 0xF0) != 0xF0
          && (bytes[2] & 0x0C) != 0x0C;
    }
  }
}
