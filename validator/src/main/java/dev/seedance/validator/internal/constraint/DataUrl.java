package dev.seedance.validator.internal.constraint;

import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.media.ContentType;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code data:} URL with base64.
 *
 * @param type the MIME type that it declares, in lower case
 * @param data where its base64 begins
 */
record DataUrl(String url, String type, int data) {

  static final String SCHEME = "data:";
  static final String BASE64 = ";base64,";

  /** So many bytes tell a type; their base64 has this length. */
  private static final int BEGINNING = ContentType.BEGINNING / 3 * 4;

  /** Longer types don't exist; RFC 6838 takes 127 characters on each side of the slash. */
  private static final int LONGEST_TYPE = 256;

  /** Reads a URL; {@code null} if it is of another form. */
  static @Nullable DataUrl of(String url) {
    if (!HttpUrl.startsWith(url, SCHEME)) {
      return null;
    }
    int base64 = url.indexOf(BASE64);
    if (base64 < 0 || base64 > LONGEST_TYPE) {
      return null;
    }
    String type = url.substring(SCHEME.length(), base64).toLowerCase(Locale.ROOT);
    return new DataUrl(url, type, base64 + BASE64.length());
  }

  /** Returns the first bytes; none if they are no base64, which is a rule of its own. */
  byte[] beginning() {
    int end = Math.min(url.length(), data + BEGINNING);
    try {
      return Base64.getDecoder().decode(url.substring(data, end));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
