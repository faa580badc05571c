package dev.seedance.mock.http;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a request ran out of memory. What it left behind is unknown, so the program that
 * runs the server ends then. Thread-safe.
 */
@Singleton
public final class OutOfMemory {

  private volatile boolean seen;

  OutOfMemory() {}

  /** Tells if memory ran out since the start. */
  public boolean isSeen() {
    return seen;
  }

  /** Takes note of the cause of an error response. */
  void note(@Nullable Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      seen = true;
    }
  }
}
