package dev.seedance.spec.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes as people write them: {@code 64MiB}, {@code 64M} and plain bytes. A unit is 1,024 of the
 * one below.
 */
public final class ByteSize {

  /** The forms, for messages. */
  public static final String FORMS = "64MiB, 512KiB, 1GiB, or plain bytes";

  private static final Pattern FORM = Pattern.compile("(\\d{1,19})(?:([KMG])(?:I?B)?|B)?");
  private static final String UNITS = "KMG";

  private ByteSize() {}

  /**
   * Reads a size.
   *
   * @return bytes
   * @throws NumberFormatException if the text is no size
   */
  public static long parse(String text) {
    Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    try {
      if (form.matches()) {
        int power = form.group(2) == null ? 0 : 1 + UNITS.indexOf(form.group(2));
        return Math.multiplyExact(Long.parseLong(form.group(1)), 1L << (10 * power));
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // too large
    }
    throw new NumberFormatException("'" + text + "' is no size; write " + FORMS);
  }

  /** Writes a size as whole units, the largest that are exact, such as {@code 64MiB}. */
  public static String shortest(long bytes) {
    int power = 0;
    long rest = bytes;
    while (power < UNITS.length() && rest > 0 && rest % 1_024 == 0) {
      rest /= 1_024;
      power++;
    }
    return power == 0 ? rest + "B" : rest + UNITS.substring(power - 1, power) + "iB";
  }
}
