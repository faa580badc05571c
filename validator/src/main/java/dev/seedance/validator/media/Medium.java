package dev.seedance.validator.media;

/**
 * A file as far as it was read.
 *
 * @param content the whole file, or more of it than the limit allows
 * @param size of the whole file in bytes, at least as many as were read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of 50 MB helps nobody
public record Medium(byte[] content, long size) {

  /** A file that was read whole, or whose size nobody knows. */
  public Medium(byte[] content) {
    this(content, content.length);
  }
}
