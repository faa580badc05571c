package dev.seedance.mock.media;

import java.util.Arrays;
import java.util.Optional;

/** The container of a video: what its file calls itself. */
public enum Container {
  MP4("mp4", "video/mp4", "isom", "isomiso2avc1mp41"),
  /** QuickTime, whose boxes are those of MP4. */
  MOV("mov", "video/quicktime", "qt  ", "qt  ");

  private final String format;
  private final String mimeType;
  private final String brand;
  private final String compatibleBrands;

  Container(String format, String mimeType, String brand, String compatibleBrands) {
    this.format = format;
    this.mimeType = mimeType;
    this.brand = brand;
    this.compatibleBrands = compatibleBrands;
  }

  /** Returns the container of a format, such as {@code mp4}; empty if none has the name. */
  public static Optional<Container> named(String format) {
    return Arrays.stream(values()).filter(known -> known.format.equals(format)).findFirst();
  }

  /** Returns the name of the format, which is the ending of files, too. */
  public String format() {
    return format;
  }

  /** Returns the media type. */
  public String mimeType() {
    return mimeType;
  }

  /** Returns the first box of a file. */
  Box fileType() {
    return Box.of("ftyp").text(brand).int32(512).text(compatibleBrands);
  }
}
