package dev.seedance.mock.log;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * An entry of the log.
 *
 * @param message one line, safe to print
 * @param request what is known of the request in whose course it was made, by name; may be empty
 * @param suppressed the entries of the same kind that were left out before it
 * @param failure null if there is none
 */
public record LogEntry(
    Instant time,
    Level level,
    String logger,
    String message,
    Map<String, String> request,
    long suppressed,
    @Nullable Throwable failure) {

  LogEntry after(long others) {
    return new LogEntry(time, level, logger, message, request, others, failure);
  }
}
