package dev.seedance.mock.options;

import org.jspecify.annotations.Nullable;

/**
 * A part of the heap as the default of a bound.
 *
 * @param most the largest default in bytes; {@link Long#MAX_VALUE} if there is none
 * @param part 4 for a quarter of the heap
 */
record HeapShare(long most, int part) {

  /** Returns the default in this JVM, in bytes. */
  long bytes() {
    return Math.min(most, Runtime.getRuntime().maxMemory() / part);
  }

  /** Returns the largest default in the form of the command line; null if there is none. */
  @Nullable String fallback() {
    return most == Long.MAX_VALUE ? null : Long.toString(most);
  }

  /** Returns a sentence about the default. */
  String description() {
    return "The default is %s1/%d of the heap."
        .formatted(most == Long.MAX_VALUE ? "" : "at most ", part);
  }
}
