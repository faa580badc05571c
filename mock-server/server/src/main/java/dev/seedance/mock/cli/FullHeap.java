package dev.seedance.mock.cli;

import dev.seedance.mock.http.OutOfMemory;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.server.RunningServer;

/**
 * Tells when the heap of this process is full: a server goes on badly then, or not at all, and
 * would not end by itself.
 */
final class FullHeap implements StopReason {

  static final int EXIT_CODE = 4;

  /** Small beside any heap, and more than an event or a log line takes. */
  private static final int PROBE_BYTES = 256 << 10;

  private final OutOfMemory outOfMemory;
  private final byte[] advice;

  FullHeap(RunningServer server) {
    outOfMemory = server.bean(OutOfMemory.class);
    advice =
        StopReason.line(
            "the heap of %d MiB is full, so the server can't go on. Give it more with"
                    .formatted(Runtime.getRuntime().maxMemory() >> 20)
                + " JAVA_TOOL_OPTIONS=-Xmx1g, or let it keep less with "
                + MockOptions.MAX_MEMORY.flag()
                + ".");
  }

  @Override
  public boolean holds() {
    try {
      return outOfMemory.isSeen() || new byte[PROBE_BYTES].length == 0;
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
