package dev.seedance.validator.internal.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Says in plain words why a text is not JSON. Jackson's words are for people who use Jackson. */
final class SyntaxFault {

  private static final String OTHER = "something else is expected here";

  /** The fault by a part of Jackson's message; the first part that is found counts. */
  private static final Map<Pattern, String> FAULTS = new LinkedHashMap<>();

  static {
    fault("end-of-input", "it ends too early");
    fault("character escape", "a backslash begins no escape that JSON knows");
    fault("escaped using backslash", "a control character in a string is not escaped");
    fault("CTRL-CHAR", "a control character is not allowed here");
    fault("Leading zeroes", "a number begins with 0");
    fault("plus sign", "a number begins with +");
    fault("comment", "comments are not allowed");
    fault("\\(''' \\(code 39", "names and strings stand in double quotes");
    fault("start field name", "a name in double quotes is expected");
    fault("was expecting a colon", "a colon is expected after the name");
    fault("was expecting comma", "a comma is expected");
    fault("numeric value|Decimal point|Exponent|minus sign", "a number is not complete");
    fault("token|valid value", "a value of JSON is expected");
    fault("close marker", "a bracket closes what is not open");
  }

  private SyntaxFault() {}

  /** Translates a message of Jackson. */
  static String of(String message) {
    return FAULTS.entrySet().stream()
        .filter(fault -> fault.getKey().matcher(message).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHER);
  }

  private static void fault(String part, String words) {
    FAULTS.put(Pattern.compile(part), words);
  }
}
