package dev.seedance.mock.log;

import org.jspecify.annotations.Nullable;

/**
 * Remembers that some part of the server ran out of memory. Whoever it was, libraries log it; what
 * it left behind is unknown: a caller may wait for ever. Thread-safe.
 */
public final class OutOfMemory {

  private static volatile boolean seen;

  private OutOfMemory() {}

  /** Tells if memory ran out since the start of the process. */
  public static boolean isSeen() {
    return seen;
  }

  static void note(@Nullable Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      seen = true;
    }
  }
}
