package dev.seedance.spec.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 300ms}, {@code 0.3s}, {@code 10m}, and plain seconds. */
public final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)?");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  /**
   * Reads a duration of whole milliseconds; what is shorter is cut off.
   *
   * @throws TypeConversionException if the text is no duration; the message shows the forms
   */
  @Override
  public Duration convert(String value) {
    Matcher form = FORM.matcher(value.strip());
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no duration; write 10s, 0.3s, 300ms, 5m, or plain seconds");
    }
    Duration unit = UNITS.getOrDefault(form.group(2) == null ? "s" : form.group(2), Duration.ZERO);
    var millis = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit.toMillis()));
    return Duration.ofMillis(millis.longValue());
  }
}
