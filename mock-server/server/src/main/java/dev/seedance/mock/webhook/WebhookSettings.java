package dev.seedance.mock.webhook;

import dev.seedance.mock.generation.Callback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The webhook settings of a sandbox.
 *
 * @param enabled false if nothing is sent; a request with {@code callback_url} is then refused
 * @param secret the key of the signatures
 * @param previous the secret before the last rotation; null if there was none
 * @param defaultUrl the receiver of tasks without a {@code callback_url}; null for none
 */
record WebhookSettings(
    boolean enabled, String secret, @Nullable Previous previous, @Nullable String defaultUrl) {

  /** The longest secret, in characters. */
  private static final int MAX_SECRET = 256;

  /**
   * Checks the secret and the receiver.
   *
   * @throws IllegalArgumentException if one of them can't be used
   */
  WebhookSettings {
    requireSecret(secret);
    if (defaultUrl != null) {
      Target.parse(defaultUrl);
    }
  }

  /** Tells if a text can be a secret. */
  static boolean isSecret(String text) {
    return !text.isBlank() && text.length() <= MAX_SECRET;
  }

  /** Says why a text is no secret, without the text. */
  static String noSecret(String text) {
    return "secret has %d characters; expected 1 to %d, not blank"
        .formatted(text.length(), MAX_SECRET);
  }

  private static void requireSecret(String secret) {
    if (!isSecret(secret)) {
      throw new IllegalArgumentException(noSecret(secret));
    }
  }

  /** The secret that every sandbox begins with (decision D9). */
  static final String DEFAULT_SECRET = "whsec_seedance_mock";

  /**
   * The time for which both secrets sign after a rotation, in sandbox time (contract, section 4).
   */
  static final Duration OVERLAP = Duration.ofHours(24);

  static final WebhookSettings DEFAULT = new WebhookSettings(true, DEFAULT_SECRET, null, null);

  /**
   * A secret that was rotated out.
   *
   * @param secret the secret
   * @param until when it stops to sign, in sandbox time
   */
  record Previous(String secret, Instant until) {

    /**
     * Checks the secret.
     *
     * @throws IllegalArgumentException if it can't be used
     */
    Previous {
      requireSecret(secret);
    }
  }

  /** Tells if a receiver has the origin of the default one; any has if there is none. */
  boolean admits(String url) {
    return defaultUrl == null
        || Callback.requireUrl(url).hasOriginOf(Callback.requireUrl(defaultUrl));
  }

  /** Returns the secrets that sign at an instant, the newest first. */
  List<String> secretsAt(Instant now) {
    return previous != null && now.isBefore(previous.until())
        ? List.of(secret, previous.secret())
        : List.of(secret);
  }

  /** Returns the same with a new secret; the present one signs on for {@link #OVERLAP}. */
  WebhookSettings rotatedTo(String next, Instant now) {
    return new WebhookSettings(enabled, next, new Previous(secret, now.plus(OVERLAP)), defaultUrl);
  }

  /** Returns a text without the secrets. */
  String redact(String text) {
    String once = text.replace(secret, "[secret]");
    return previous == null ? once : once.replace(previous.secret(), "[secret]");
  }

  /** All but the secrets. */
  @Override
  public String toString() {
    return "WebhookSettings[enabled=" + enabled + ", defaultUrl=" + defaultUrl + "]";
  }
}
