package dev.seedance.client.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 300ms}, {@code 0.3s}, {@code 10m}, and plain seconds. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)?");

  @Override
  public Duration convert(String value) {
    Matcher form = FORM.matcher(value.strip());
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no duration; write 10s, 0.3s, 300ms, 5m, or plain seconds");
    }
    String unit = form.group(2) == null ? "s" : form.group(2);
    long millis =
        switch (unit) {
          case "ms" -> 1;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 1000;
        };
    return Duration.ofMillis(
        new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(millis)).longValue());
  }
}
