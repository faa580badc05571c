package dev.seedance.contract.verify.report;

import dev.seedance.contract.verify.Settings;
import dev.seedance.spec.text.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Removes keys, secrets and control characters from texts. */
public final class Redaction {

  private static final String HIDDEN = "<redacted>";

  /** The longest first, so that a secret that holds another is removed as a whole. */
  private final List<String> secrets;

  private Redaction(Stream<String> secrets) {
    this.secrets =
        secrets
            .filter(secret -> !secret.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Returns a redaction of the keys and the secret of a verification. */
  public static Redaction of(Settings settings) {
    return new Redaction(
        Stream.of(settings.apiKey(), settings.otherKey(), settings.webhooks().secret())
            .filter(Objects::nonNull));
  }

  /**
   * Returns a text without secrets and without characters that a terminal obeys, other than line
   * breaks.
   */
  public String of(String text) {
    String safe = text;
    for (String secret : secrets) {
      safe = safe.replace(secret, HIDDEN);
    }
    return Printable.text(safe);
  }
}
