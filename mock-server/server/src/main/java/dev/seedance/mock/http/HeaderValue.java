package dev.seedance.mock.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a header such as {@code form-data; name="file"; filename="a b.png"} (RFC 9110,
 * section 5.6.6).
 *
 * @param type the text before the first semicolon, in lower case
 * @param parameters by their names in lower case; the first of a name counts
 */
public record HeaderValue(String type, Map<String, String> parameters) {

  /** A semicolon and a parameter, whose value may be quoted. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\G\\s*;\\s*(?:([^\\s=;\"]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^\\s;\"]*)))?");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  /** Reads a value up to the first place that is not of this form. */
  public static HeaderValue parse(String text) {
    int end = text.indexOf(';');
    if (end < 0) {
      return new HeaderValue(normal(text), Map.of());
    }
    var parameters = new LinkedHashMap<String, String>();
    Matcher matcher = PARAMETER.matcher(text).region(end, text.length());
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        String value =
            matcher.group(2) == null
                ? matcher.group(3)
                : ESCAPED.matcher(matcher.group(2)).replaceAll("$1");
        parameters.putIfAbsent(normal(matcher.group(1)), value);
      }
    }
    return new HeaderValue(normal(text.substring(0, end)), parameters);
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
