package dev.seedance.mock.log;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.event.Level;

/** The forms in which entries of the log are written. */
public enum LogFormat {
  /** For people: one line, and the stack trace below it. */
  TEXT {
    @Override
    public List<String> lines(LogEntry entry) {
      var line = new StringBuilder();
      line.append(entry.level()).append(' ').append(entry.logger()).append(" - ");
      line.append(entry.message());
      entry.request().forEach((name, value) -> line.append(' ').append(name + "=" + value));
      if (entry.suppressed() > 0) {
        line.append(" (and %d more of this kind since the last one)".formatted(entry.suppressed()));
      }
      List<String> lines = new ArrayList<>();
      lines.add(line.toString());
      if (entry.failure() != null) {
        lines.addAll(StackTrace.of(entry.failure(), MOST_LINES));
      }
      return lines;
    }
  },
  /** For programs: one JSON object in one line. */
  JSON {
    @Override
    public List<String> lines(LogEntry entry) {
      return List.of(JsonEntry.of(entry, MOST_LINES));
    }

    @Override
    public List<String> notice(InstantSource time, String message) {
      return lines(new LogEntry(time.instant(), Level.INFO, COMMAND, message, Map.of(), 0, null));
    }
  };

  private static final String COMMAND = "seedance mock";

  /** The longest stack trace, in lines: it says little after that. */
  private static final int MOST_LINES = 40;

  /** Returns the lines of an entry. */
  public abstract List<String> lines(LogEntry entry);

  /** Returns the lines of a message to the user of the command, which is no entry of the log. */
  public List<String> notice(InstantSource time, String message) {
    return List.of(message);
  }

  /**
   * Reads the name of a form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static LogFormat parse(String text) {
    return switch (text) {
      case "text" -> TEXT;
      case "json" -> JSON;
      default ->
          throw new IllegalArgumentException("'" + text + "' is not valid; expected text or json");
    };
  }
}
