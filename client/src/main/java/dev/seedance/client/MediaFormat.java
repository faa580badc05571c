package dev.seedance.client;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of files that the provider stores, with their largest sizes. */
public enum MediaFormat {
  /** JPEG image. */
  JPEG(Kind.IMAGE, "image/jpeg", "jpe?g"),
  /** PNG image. */
  PNG(Kind.IMAGE, "image/png", "png"),
  /** WebP image. */
  WEBP(Kind.IMAGE, "image/webp", "webp"),
  /** GIF image. */
  GIF(Kind.IMAGE, "image/gif", "gif"),
  /** MP4 video. */
  MP4(Kind.VIDEO, "video/mp4", "mp4"),
  /** WebM video. */
  WEBM(Kind.VIDEO, "video/webm", "webm"),
  /** QuickTime video. */
  MOV(Kind.VIDEO, "video/quicktime", "mov"),
  /** MP3 audio. */
  MP3(Kind.AUDIO, "audio/mpeg", "mp3"),
  /** WAV audio. */
  WAV(Kind.AUDIO, "audio/wav", "wav"),
  /** M4A audio. */
  M4A(Kind.AUDIO, "audio/mp4", "m4a");

  /** The use of a file in a request. */
  public enum Kind {
    /** A picture, up to 10 MB. */
    IMAGE(10),
    /** A clip, up to 50 MB. */
    VIDEO(50),
    /** A sound, up to 50 MB. */
    AUDIO(50);

    private final int megabytes;

    Kind(int megabytes) {
      this.megabytes = megabytes;
    }

    /** Returns the size of the largest file that is taken, in bytes. */
    public long maxBytes() {
      return megabytes * 1024L * 1024L;
    }
  }

  private final Kind kind;
  private final String mimeType;
  private final String ending;

  MediaFormat(Kind kind, String mimeType, String ending) {
    this.kind = kind;
    this.mimeType = mimeType;
    this.ending = ending;
  }

  /** Returns the format by the ending of the file's name; empty if it is none of these. */
  public static Optional<MediaFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values()).filter(format -> ending.matches(format.ending)).findFirst();
  }

  /**
   * Returns the format by the ending of the file's name.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static MediaFormat required(Path file) {
    return of(file)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    file
                        + " has no ending that the provider takes: jpg, png, webp, gif, mp4, webm,"
                        + " mov, mp3, wav, m4a"));
  }

  /** Returns the use of such a file. */
  public Kind kind() {
    return kind;
  }

  /** Returns the media type, such as {@code image/png}. */
  public String mimeType() {
    return mimeType;
  }
}
