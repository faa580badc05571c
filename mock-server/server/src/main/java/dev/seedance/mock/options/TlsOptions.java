package dev.seedance.mock.options;

import static dev.seedance.mock.options.OptionType.integer;
import static dev.seedance.mock.options.OptionType.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of HTTPS. */
public final class TlsOptions {

  private static final OptionList LIST = new OptionList();

  public static final Option<@Nullable TlsMode> TLS =
      LIST.optional(
          "tls",
          "MODE",
          "Listen for HTTPS too: 'self-signed' makes a certificate, and an authority of the server's"
              + " own that signs it (GET /_mock/ca.pem). Default: HTTP only.",
          TlsMode::parse);

  public static final Option<@Nullable String> TLS_CERT =
      LIST.optional(
          "tls-cert",
          "FILE",
          "Listen for HTTPS too, with the certificate of a PEM file, and those of its issuers after"
              + " it; read again when it changes. In place of --tls.",
          line());

  public static final Option<@Nullable String> TLS_KEY =
      LIST.optional(
          "tls-key",
          "FILE",
          "PEM file of the private key of that certificate, in PKCS#8 and not encrypted.",
          line());

  public static final Option<Integer> TLS_PORT =
      LIST.one(
          "tls-port", "PORT", "8443", "Port for HTTPS; 0 picks a free one.", integer(0, 65_535));

  /** Every option, in the order of the help. The constants above add themselves. */
  static final List<Option<?>> ALL = LIST.all();

  private TlsOptions() {}

  /** Tells if the options ask for HTTPS. */
  public static boolean areIn(OptionValues options) {
    return options.get(TLS) != null
        || options.get(TLS_CERT) != null
        || options.get(TLS_KEY) != null;
  }

  /** Says how options contradict each other; null if they fit together. */
  public static @Nullable String contradiction(OptionValues options) {
    boolean hasCertificate = options.get(TLS_CERT) != null;
    if (hasCertificate != (options.get(TLS_KEY) != null)) {
      return "%s is given without %s; expected both of them, or neither"
          .formatted(
              hasCertificate ? TLS_CERT.flag() : TLS_KEY.flag(),
              hasCertificate ? TLS_KEY.flag() : TLS_CERT.flag());
    }
    if (hasCertificate && options.get(TLS) != null) {
      return "%s and %s are both given; expected one of them"
          .formatted(TLS.flag(), TLS_CERT.flag());
    }
    int port = options.get(TLS_PORT);
    if (port != 0 && port == options.get(MockOptions.PORT)) {
      return "%s and %s are both %d; expected two ports, one for HTTP and one for HTTPS"
          .formatted(MockOptions.PORT.flag(), TLS_PORT.flag(), port);
    }
    return null;
  }
}
