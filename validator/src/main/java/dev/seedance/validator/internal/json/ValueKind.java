package dev.seedance.validator.internal.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kind of a value, on which the meaning of its name may depend. */
enum ValueKind {
  /** Text such as {@code 16:9}. */
  RATIO,
  /** Text that names or holds a file. */
  URL,
  TEXT,
  NUMBER,
  FLAG,
  LIST,
  OBJECT;

  private static final Pattern RATIO_TEXT =
      Pattern.compile("\\s*\\d{1,2}\\s*[:/x*]\\s*\\d{1,2}\\s*");
  private static final Pattern URL_TEXT =
      Pattern.compile("(?i)\\s*(?:https?|asset|data):.*", Pattern.DOTALL);

  /** Returns the kind of a value of JSON. */
  static ValueKind of(@Nullable Object value) {
    if (value instanceof String text) {
      return RATIO_TEXT.matcher(text).matches()
          ? RATIO
          : URL_TEXT.matcher(text).matches() ? URL : TEXT;
    }
    if (value instanceof Boolean) {
      return FLAG;
    }
    if (value instanceof List) {
      return LIST;
    }
    return value instanceof Map ? OBJECT : NUMBER;
  }

  /** Returns the name as it stands in rows of the table of names. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
