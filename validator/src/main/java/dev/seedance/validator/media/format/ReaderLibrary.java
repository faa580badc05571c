package dev.seedance.validator.media.format;

/**
 * The library that reads the formats which the JDK does not; it is optional. Apart from what uses
 * it, which can't even be loaded without it.
 */
public final class ReaderLibrary {

  private static final String READER = "com.drew.imaging.quicktime.QuickTimeReader";

  private ReaderLibrary() {}

  /**
   * Checks that the library is there.
   *
   * @throws IllegalStateException if it is not; the message says what to add
   */
  public static void require() {
    try {
      Class.forName(READER, false, ReaderLibrary.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "media files can't be checked: add com.drewnoakes:metadata-extractor to the class path",
          e);
    }
  }
}
