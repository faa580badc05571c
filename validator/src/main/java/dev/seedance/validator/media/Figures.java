package dev.seedance.validator.media;

import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.text.ShownText;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes figures and names of files into findings. */
final class Figures {

  private static final int HUNDREDTHS = 2;
  private static final int THOUSANDTHS = 3;
  private static final int LONGEST_NAME = 2_000;

  private Figures() {}

  /** Starts a finding about a file, which messages name as {@code {file}}. Its pointer is added. */
  static Finding of(MediaRule rule, String url) {
    return Finding.of(rule.id(), "").with("file", name(url));
  }

  /** Starts a finding with the figure at fault. */
  static Finding of(MediaRule rule, String url, double figure) {
    return of(rule, url).value(figure).with("value", text(figure));
  }

  /** Adds the limits of the figure. */
  static Finding range(Finding found, MediaLimits.Range range) {
    return found.with("min", text(range.min())).with("max", text(range.max()));
  }

  /**
   * Returns a figure to hundredths, as messages show it: an encoder rarely hits a second or a rate
   * exactly.
   */
  static double rounded(double figure) {
    return rounded(figure, HUNDREDTHS).doubleValue();
  }

  static String text(double figure) {
    return rounded(figure, THOUSANDTHS).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal rounded(double figure, int places) {
    return BigDecimal.valueOf(figure).setScale(places, RoundingMode.HALF_UP);
  }

  /** A name as the caller gave it; of a file that is its own name only the beginning. */
  private static String name(String url) {
    boolean data = HttpUrl.startsWith(url, "data:") || url.length() > LONGEST_NAME;
    return data ? Wording.quote(url) : "'" + ShownText.plain(url, LONGEST_NAME) + "'";
  }
}
