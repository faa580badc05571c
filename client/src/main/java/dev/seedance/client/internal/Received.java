package dev.seedance.client.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a download that have arrived: the first ones of a file, all of the same version. The
 * threads that count and that read follow one another.
 */
public final class Received {

  private final PartFile part;
  private final AtomicLong bytes = new AtomicLong();

  /** The file as its head describes it; null if there are no bytes. */
  private volatile @Nullable Slice file;

  /** Begins with none. */
  public Received(PartFile part) {
    this.part = part;
  }

  /** Removes all bytes. */
  public void clear() {
    bytes.set(0);
    file = null;
    try {
      part.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Begins with a slice, or goes on with it.
   *
   * @param whole true if it is the whole file, so that the bytes so far are not needed
   * @throws IOException if it does not continue the bytes so far
   */
  public void append(Slice slice, boolean whole) throws IOException {
    if (whole) {
      clear();
    }
    Slice known = file;
    if (bytes.get() == 0 && slice.start() == 0) {
      file = slice;
    } else if (known != null && slice.continues(known, bytes.get())) {
      file = known.with(slice);
    } else {
      throw new IOException("a part came that does not continue the " + this);
    }
  }

  /**
   * Counts bytes of the last slice.
   *
   * @throws IOException if there are more than it may have
   */
  public void add(long more) throws IOException {
    long now = bytes.addAndGet(more);
    Slice slice = file;
    if (slice != null && slice.end() != Slice.UNKNOWN && now > slice.end()) {
      clear();
      throw new IOException("more bytes came than the server has announced");
    }
  }

  /**
   * Returns the condition under which the server may go on with the rest of the file; null if
   * nobody could tell that it is of the same version.
   */
  public @Nullable String condition() {
    Slice known = file;
    return known == null ? null : known.version().condition();
  }

  /** Returns the number of bytes. */
  public long size() {
    return bytes.get();
  }

  /** Returns the size of the whole file; {@link Slice#UNKNOWN} if the server does not tell. */
  public long total() {
    Slice known = file;
    return known == null ? Slice.UNKNOWN : known.total();
  }

  /** Returns the progress for messages, such as {@code 10 of 99 bytes}. */
  @Override
  public String toString() {
    return total() == Slice.UNKNOWN ? size() + " bytes" : size() + " of " + total() + " bytes";
  }
}
