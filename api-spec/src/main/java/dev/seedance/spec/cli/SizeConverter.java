package dev.seedance.spec.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads sizes such as {@code 64MiB}, {@code 64M} and plain bytes. A unit is 1,024 of the one below.
 */
public final class SizeConverter implements ITypeConverter<Long> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:([KMG])(?:I?B)?|B)?");
  private static final String UNITS = "KMG";

  /**
   * Reads a size in bytes.
   *
   * @throws TypeConversionException if the text is no size; the message shows the forms
   */
  @Override
  public Long convert(String value) {
    Matcher form = FORM.matcher(value.strip().toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no size; write 64MiB, 512KiB, 1GiB, or plain bytes");
    }
    int power = form.group(2) == null ? 0 : 1 + UNITS.indexOf(form.group(2));
    return Long.parseLong(form.group(1)) << (10 * power);
  }
}
