package dev.seedance.mock.journal;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition for calls; a null component matches every call.
 *
 * @param path the whole path, or its beginning followed by {@code *}
 * @param method the HTTP method in any case
 * @param status the HTTP status of the response
 */
record JournalFilter(@Nullable String path, @Nullable String method, @Nullable Integer status)
    implements Predicate<JournalEntry> {

  @Override
  public boolean test(JournalEntry entry) {
    JournalEntry.Call call = entry.call();
    return (path == null || matches(path, call.path()))
        && (method == null || method.equalsIgnoreCase(call.method()))
        && (status == null || status == call.status());
  }

  private static boolean matches(String pattern, String path) {
    return pattern.endsWith("*")
        ? path.startsWith(pattern.substring(0, pattern.length() - 1))
        : path.equals(pattern);
  }
}
