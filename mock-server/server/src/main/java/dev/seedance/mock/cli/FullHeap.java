package dev.seedance.mock.cli;

import dev.seedance.mock.log.OutOfMemory;
import dev.seedance.mock.options.MockOptions;

/**
 * Tells when the heap of this process is full: a server goes on badly then, or not at all, and
 * would not end by itself.
 */
final class FullHeap implements StopReason {

  static final int EXIT_CODE = 4;

  /** The most that must be free, in bytes: more than an event or a request takes. */
  private static final int MAX_PROBE = 4 << 20;

  private final int probe;
  private final byte[] advice;

  FullHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    probe = (int) Math.min(heap / 32, MAX_PROBE);
    advice =
        StopReason.line(
            "the heap of %d MiB is full, so the server can't go on. Give it more with"
                    .formatted(heap >> 20)
                + " JAVA_TOOL_OPTIONS=-Xmx1g, or let it keep less with "
                + MockOptions.MAX_MEMORY.flag()
                + ".");
  }

  @Override
  public boolean holds() {
    try {
      return OutOfMemory.isSeen() || new byte[probe].length < probe;
    } catch (OutOfMemoryError e) {
      return true;
    }
  }

  @Override
  public byte[] advice() {
    return advice;
  }

  @Override
  public int exitCode() {
    return EXIT_CODE;
  }
}
