package dev.seedance.validator.conformance;

import java.math.BigDecimal;
import java.util.List;

/** Wrong values that take the place of valid ones. */
final class Spoilt {
  static final List<String> TEXTS =
      List.of("x", "4k", "adaptive", "frame", "first_frame", "seedance-2-mini", "web_search");
  static final List<BigDecimal> DECIMALS =
      List.of(new BigDecimal("4.5"), new BigDecimal("4.0"), new BigDecimal("1E+3"));
  static final List<String> PIECES =
      List.of(
          "", "/", ":", "@", "#", "?", "[", "]", " ", "\n", "%", "\"", "\\", "`", "<", ".", ";",
          "=", "-", "é", "…", "\u00a0", "\u3000", "\u0001", "\u007f", "\u2028", "🎬", "ſ", "ı", "K",
          ":65535", ":65536", ":0", ":x", "://", "https", "99999");

  private Spoilt() {}
}
