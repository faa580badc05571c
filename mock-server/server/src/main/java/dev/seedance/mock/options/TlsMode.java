package dev.seedance.mock.options;

import dev.seedance.spec.text.PastedText;
import java.util.Locale;

/** The certificates that the server makes for itself. */
public enum TlsMode {
  /** One that an authority of the server's own has signed. */
  SELF_SIGNED;

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static TlsMode parse(String text) {
    if (PastedText.trimmed(text).equals(SELF_SIGNED.toString())) {
      return SELF_SIGNED;
    }
    throw new IllegalArgumentException(
        "'%s' is no mode of TLS; expected '%s', or --tls-cert and --tls-key in its place"
            .formatted(text, SELF_SIGNED));
  }
}
