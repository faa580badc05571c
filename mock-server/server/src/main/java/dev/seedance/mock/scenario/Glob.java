package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.seedance.spec.text.ShownText;
import java.util.Locale;

/**
 * A pattern over a whole text in which {@code *} stands for any characters and {@code ?} for one;
 * case does not count.
 *
 * <p>A glob rather than a regular expression: a match takes at most pattern times text steps, so
 * that no pattern and no prompt can delay the server.
 *
 * @param pattern at most {@link #MAX_LENGTH} characters
 */
public record Glob(@JsonValue String pattern) {

  /** The most characters of a pattern. */
  public static final int MAX_LENGTH = 200;

  /**
   * Checks the pattern.
   *
   * @throws IllegalArgumentException if it is too long
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Glob {
    int length = ShownText.length(pattern);
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a pattern has %d characters; at most %d are allowed".formatted(length, MAX_LENGTH));
    }
  }

  /** Tells if the pattern matches the whole text. */
  public boolean matches(String text) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String given = text.toLowerCase(Locale.ROOT);
    int at = 0;
    int read = 0;
    int star = -1;
    int starRead = 0;
    while (read < given.length()) {
      if (at < wanted.length() && wanted.charAt(at) == '*') {
        star = at;
        starRead = read;
        at++;
      } else if (at < wanted.length() && fits(wanted.charAt(at), given.charAt(read))) {
        at++;
        read++;
      } else if (star >= 0) {
        at = star + 1;
        starRead++;
        read = starRead;
      } else {
        return false;
      }
    }
    return wanted.substring(at).chars().allMatch(rest -> rest == '*');
  }

  private static boolean fits(char wanted, char given) {
    return wanted == '?' || wanted == given;
  }
}
