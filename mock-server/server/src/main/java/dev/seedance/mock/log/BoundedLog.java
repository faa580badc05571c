package dev.seedance.mock.log;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries, each kind once in a {@linkplain #WINDOW while}; what came in between is counted
 * in the next entry of the kind. Thread-safe.
 */
final class BoundedLog {

  /** The time in which one entry of a kind is written. */
  static final Duration WINDOW = Duration.ofMinutes(1);

  /** The most kinds that are told apart; a caller may be able to cause any number of them. */
  static final int MOST_KINDS = 100;

  /** The longest entry, in lines: a stack trace says little after that. */
  private static final int MOST_LINES = 40;

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
   * @param entry one line
   * @param failure written below it; null if there is none
   */
  synchronized void write(String kind, Supplier<String> entry, @Nullable Throwable failure) {
    Instant now = time.instant();
    String known = windows.containsKey(kind) || hasRoom(now) ? kind : OTHERS;
    Window window = windows.get(known);
    if (window != null && now.isBefore(window.end())) {
      windows.put(known, new Window(window.end(), window.suppressed() + 1));
      return;
    }
    windows.put(known, new Window(now.plus(WINDOW), 0));
    PrintStream target = out.get();
    target.println(entry.get() + count(window));
    if (failure != null) {
      StackTrace.of(failure, MOST_LINES).forEach(target::println);
    }
  }

  private static String count(@Nullable Window window) {
    return window == null || window.suppressed() == 0
        ? ""
        : " (and %d more of this kind since the last one)".formatted(window.suppressed());
  }

  /** Forgets kinds that were not seen for a while if there are many. */
  private boolean hasRoom(Instant now) {
    if (windows.size() >= MOST_KINDS) {
      windows.values().removeIf(window -> window.suppressed() == 0 && !now.isBefore(window.end()));
    }
    return windows.size() < MOST_KINDS;
  }
}
