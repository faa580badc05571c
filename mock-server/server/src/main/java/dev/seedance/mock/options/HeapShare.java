package dev.seedance.mock.options;

import dev.seedance.spec.text.ByteSize;
import org.jspecify.annotations.Nullable;

/**
 * A part of what the heap has for requests and sandboxes, as the default of a bound.
 *
 * @param most the largest default in bytes; {@link Long#MAX_VALUE} if there is none
 * @param part 4 for a quarter
 */
record HeapShare(long most, int part) {

  /** The part of the heap that the server itself takes, in bytes: no default counts on it. */
  private static final long SERVER = 24 << 20;

  private static final long LEAST = 8 << 20;

  /** Returns the default in this JVM, in bytes. */
  long bytes() {
    long free = Math.max(Runtime.getRuntime().maxMemory() - SERVER, LEAST);
    return Math.min(most, free / part);
  }

  /** Returns the largest default in the form of the command line; null if there is none. */
  @Nullable String fallback() {
    return most == Long.MAX_VALUE ? null : ByteSize.shortest(most);
  }

  /** Returns a sentence about the default. */
  String description() {
    return "The default is %s1/%d of the heap beyond %d MiB."
        .formatted(most == Long.MAX_VALUE ? "" : "at most ", part, SERVER >> 20);
  }
}
