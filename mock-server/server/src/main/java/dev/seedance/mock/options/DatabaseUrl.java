package dev.seedance.mock.options;

import dev.seedance.spec.text.PastedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JDBC URL of a PostgreSQL database. It may hold a password, which no message shows.
 *
 * @param text for the driver
 * @param place hosts and database, for messages
 */
public record DatabaseUrl(String text, String place) {

  private static final Pattern FORM = Pattern.compile("jdbc:postgresql://([^/?@]*/[^?@]*)(\\?.*)?");

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if it is none; the message does not show it, because a
   *     password may stand anywhere
   */
  static DatabaseUrl parse(String text) {
    String url = PastedText.trimmed(text);
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "the URL of %d characters is not valid (it is not shown, because it may hold a password); expected jdbc:postgresql://HOST:PORT/DATABASE; user and password have options of their own"
              .formatted(url.length()));
    }
    return new DatabaseUrl(url, form.group(1));
  }

  @Override
  public String toString() {
    return place;
  }
}
