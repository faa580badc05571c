package dev.seedance.validator.internal;

import dev.seedance.spec.text.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values into messages: short, on one line, and safe to print. */
public final class Wording {

  private static final int LONGEST = 60;
  private static final int SHORTEST_RANGE = 3;

  private Wording() {}

  /** Writes a rejected value: text in single quotes, everything else as it is. */
  public static String quote(@Nullable Object value) {
    return value instanceof String text ? "'" + plain(text) + "'" : plain(String.valueOf(value));
  }

  /** Text cut to a readable length, with control characters and half surrogates escaped. */
  public static String plain(String text) {
    return ShownText.plain(text, LONGEST);
  }

  /** Allowed values: {@code 4-15, 20}; neighbouring integers are drawn together. */
  public static String list(List<?> values) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < values.size(); ) {
      int to = endOfRun(values, from);
      if (to - from + 1 >= SHORTEST_RANGE) {
        parts.add(values.get(from) + "-" + values.get(to));
        from = to + 1;
      } else {
        parts.add(String.valueOf(values.get(from++)));
      }
    }
    return parts.stream().collect(Collectors.joining(", "));
  }

  private static int endOfRun(List<?> values, int from) {
    int to = from;
    while (to + 1 < values.size()
        && values.get(to) instanceof Long one
        && values.get(to + 1) instanceof Long next
        && next == one + 1) {
      to++;
    }
    return to;
  }
}
