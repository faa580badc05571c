package dev.seedance.mock.log;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes entries, each kind once in a {@linkplain #WINDOW while}; what came in between is counted
 * in the next entry of the kind. Thread-safe.
 */
final class BoundedLog {

  /** The time in which one entry of a kind is written. */
  static final Duration WINDOW = Duration.ofMinutes(1);

  /** The most kinds that are told apart; a caller may be able to cause any number of them. */
  static final int MOST_KINDS = 100;

  private static final String OTHERS = "others";

  private record Window(Instant end, long suppressed) {}

  private final InstantSource time;
  private final Supplier<PrintStream> out;
  private final Map<String, Window> windows = new HashMap<>();

  /**
   * Creates a log.
   *
   * @param time never goes back
   * @param out called for each entry, because a program may change its standard error
   */
  BoundedLog(InstantSource time, Supplier<PrintStream> out) {
    this.time = time;
    this.out = out;
  }

  /**
   * Writes an entry, or counts it.
   *
   * @param kind the same for entries of the same cause
   * @param entry made only if it is written; its time is that of the log
   */
  synchronized void write(String kind, Function<Instant, LogEntry> entry) {
    Instant now = time.instant();
    String known = windows.containsKey(kind) || hasRoom(now) ? kind : OTHERS;
    Window window = windows.get(known);
    if (window != null && now.isBefore(window.end())) {
      windows.put(known, new Window(window.end(), window.suppressed() + 1));
      return;
    }
    windows.put(known, new Window(now.plus(WINDOW), 0));
    PrintStream target = out.get();
    LogEntry written = entry.apply(now).after(window == null ? 0 : window.suppressed());
    LogOutput.format().lines(written).forEach(target::println);
  }

  /** Forgets kinds that were not seen for a while if there are many. */
  private boolean hasRoom(Instant now) {
    if (windows.size() >= MOST_KINDS) {
      windows.values().removeIf(window -> window.suppressed() == 0 && !now.isBefore(window.end()));
    }
    return windows.size() < MOST_KINDS;
  }
}
