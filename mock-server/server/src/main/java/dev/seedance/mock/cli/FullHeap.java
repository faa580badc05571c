package dev.seedance.mock.cli;

import dev.seedance.mock.http.OutOfMemory;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.server.RunningServer;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the heap of this process is full: a server goes on badly then, or not at all, and
 * would not end by itself.
 */
final class FullHeap implements StopReason {

  static final int EXIT_CODE = 4;

  /** Small beside any heap, and more than an event or a log line takes. */
  private static final int PROBE_BYTES = 256 << 10;

  private final OutOfMemory outOfMemory;

  // Both made now: a full heap has no room for them.
  private final String advice;

  @SuppressWarnings("UnusedVariable") // released to print the advice
  private byte @Nullable [] reserve = new byte[1 << 20];

  FullHeap(RunningServer server) {
    outOfMemory = server.bean(OutOfMemory.class);
    advice =
        "seedance mock: the heap of %d MiB is full, so the server can't go on. Give it more with"
                .formatted(Runtime.getRuntime().maxMemory() >> 20)
            + " JAVA_TOOL_OPTIONS=-Xmx1g, or let it keep less with "
            + MockOptions.MAX_MEMORY.flag()
            + ".";
  }

  @Override
  public boolean holds() {
    try {
      return outOfMemory.isSeen() || new byte[PROBE_BYTES].length == 0;
    } catch (OutOfMemoryError e) {
      return true;
    }
  }

  /** Makes room to print the advice. */
  @Override
  public String advice() {
    reserve = null;
    return advice;
  }

  @Override
  public int exitCode() {
    return EXIT_CODE;
  }
}
