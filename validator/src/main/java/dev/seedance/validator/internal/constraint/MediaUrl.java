package dev.seedance.validator.internal.constraint;

import dev.seedance.spec.http.HttpUrl;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which a request may name a file. */
final class MediaUrl {

  private static final String ASSET = "asset://";
  private static final String BYTES = "base64";

  /** The digits of base64 by their code: a URL may have millions. */
  private static final boolean[] DIGITS = digits();

  private MediaUrl() {}

  /**
   * Returns true if the text names a file.
   *
   * @param kind {@code image}, {@code video} or {@code audio}: the type that a {@code data:} URL
   *     must have
   * @param schemes of the capability table; {@code base64} stands for bytes without a URL
   */
  static boolean isValid(String url, String kind, List<String> schemes) {
    String scheme = scheme(url);
    if (!schemes.contains(scheme)) {
      return false;
    }
    return switch (scheme) {
      case "http", "https" -> HttpUrl.parse(url) != null;
      case "asset" -> isAsset(url);
      case "data" -> isData(url, kind);
      case BYTES -> base64Fault(url, 0) == null;
      default -> false;
    };
  }

  /** Returns the scheme in lower case, {@code base64} if the text has none. */
  static String scheme(String url) {
    int colon = url.indexOf(':');
    return colon < 0 ? BYTES : url.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** Returns the beginnings of URLs of that kind, for messages. */
  static List<String> beginnings(String kind, List<String> schemes) {
    return schemes.stream()
        .filter(scheme -> !scheme.equals(BYTES))
        .map(scheme -> scheme.equals("data") ? DataUrl.SCHEME + kind + '/' : scheme + "://")
        .toList();
  }

  private static boolean isAsset(String url) {
    return HttpUrl.startsWith(url, ASSET)
        && url.length() > ASSET.length()
        && url.chars().skip(ASSET.length()).noneMatch(c -> c == '/' || c == '?' || c == '#')
        && !HttpUrl.hasForbiddenCharacter(url);
  }

  private static boolean isData(String url, String kind) {
    return HttpUrl.startsWith(url, DataUrl.SCHEME) && dataFault(url, kind) == null;
  }

  /**
   * Finds what is wrong with a {@code data:} URL.
   *
   * @return the variant of the message; null if nothing is wrong, or if it is no such URL
   */
  static @Nullable String dataFault(String url, String kind) {
    String beginning = DataUrl.SCHEME + kind + '/';
    if (!HttpUrl.startsWith(url, DataUrl.SCHEME)) {
      return null;
    }
    if (!HttpUrl.startsWith(url, beginning)) {
      return "data-type";
    }
    int base64 = url.indexOf(DataUrl.BASE64);
    if (base64 < 0) {
      return "data-encoding";
    }
    return base64 == beginning.length() || !isSubtype(url, beginning.length(), base64)
        ? "data-subtype"
        : base64Fault(url, base64 + DataUrl.BASE64.length());
  }

  private static boolean isSubtype(String url, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = url.charAt(i);
      if (!Ascii.isAlphanumeric(c) && c != '.' && c != '+' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String base64Fault(String url, int start) {
    int end = url.length();
    for (int padding = 0; padding < 2 && end > start && url.charAt(end - 1) == '='; padding++) {
      end--;
    }
    for (int i = start; i < end; i++) {
      char c = url.charAt(i);
      if (c >= DIGITS.length || !DIGITS[c]) {
        return characterFault(c);
      }
    }
    return end > start ? null : "data-empty";
  }

  private static boolean[] digits() {
    boolean[] digits = new boolean['z' + 1];
    for (char c = 0; c < digits.length; c++) {
      digits[c] = Ascii.isAlphanumeric(c) || c == '+' || c == '/';
    }
    return digits;
  }

  private static String characterFault(char c) {
    return switch (c) {
      case '\r', '\n', '\t', ' ' -> "data-space";
      case '-', '_' -> "data-url-safe";
      case '=' -> "data-padding";
      default -> "data-character";
    };
  }
}
