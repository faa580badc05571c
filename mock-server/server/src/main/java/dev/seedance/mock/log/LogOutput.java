package dev.seedance.mock.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of the log of this process, and what its entries tell of requests. Libraries log before
 * there is a server, so a server sets both when it starts; the last one wins. Thread-safe.
 */
public final class LogOutput {

  private static volatile LogFormat format = LogFormat.TEXT;
  private static volatile @Nullable RequestFields fields;

  private LogOutput() {}

  /** Writes entries in a form from now on. */
  public static void use(LogFormat form) {
    format = form;
  }

  /** Tells of requests in entries from now on. */
  public static void use(RequestFields source) {
    fields = source;
  }

  static LogFormat format() {
    return format;
  }

  static Map<String, String> request() {
    RequestFields source = fields;
    return source == null ? Map.of() : source.ofThisThread();
  }
}
