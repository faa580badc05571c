package dev.seedance.validator.media.format;

import java.io.IOException;

/** Reads the figures of files of one format. */
@FunctionalInterface
interface MediaFormat {

  /**
   * Reads a file.
   *
   * @param content the whole file
   * @throws IOException or any runtime exception if the file is damaged
   * @throws UnreadableMediaException if it is not, but does not tell
   */
  MediaFacts read(byte[] content) throws IOException, UnreadableMediaException;
}
