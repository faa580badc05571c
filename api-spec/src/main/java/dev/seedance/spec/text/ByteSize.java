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

  private static final Pattern FORM = Pattern.compile("(\\d{1,10})(?:([KMG])(?:I?B)?|B)?");
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
    if (!form.matches()) {
      throw new NumberFormatException("'" + text + "' is no size; write " + FORMS);
    }
    int power = form.group(2) == null ? 0 : 1 + UNITS.indexOf(form.group(2));
    return Long.parseLong(form.group(1)) << (10 * power);
  }
}
