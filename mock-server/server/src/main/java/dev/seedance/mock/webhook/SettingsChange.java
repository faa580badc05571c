package dev.seedance.mock.webhook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.spec.text.PastedText;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /_mock/webhooks}; what is absent or null stays as it is.
 *
 * @param secret replaces the secret at once; to let the old one sign on, rotate instead
 * @param defaultUrl the receiver of tasks without a {@code callback_url}; empty for none
 * @param enabled false to send nothing
 */
@JsonNaming(SnakeCaseStrategy.class)
record SettingsChange(
    @Nullable String secret, @Nullable String defaultUrl, @Nullable Boolean enabled) {

  WebhookSettings applyTo(WebhookSettings present) {
    return new WebhookSettings(
        enabled == null ? present.enabled() : enabled,
        secret == null ? present.secret() : requireSecret(secret),
        secret == null ? present.previous() : null,
        defaultUrl == null ? present.defaultUrl() : urlOrNone(defaultUrl));
  }

  static String requireSecret(String secret) {
    String text = PastedText.trimmed(secret); // as a receiver does it
    if (!WebhookSettings.isSecret(text)) {
      throw ApiException.invalid(WebhookSettings.noSecret(secret));
    }
    return text;
  }

  static String requireUrl(String field, String url) {
    try {
      Target.parse(url);
      return url;
    } catch (IllegalArgumentException e) {
      throw ApiException.of(ErrorCode.INVALID_REQUEST, field + ": " + e.getMessage(), field);
    }
  }

  private static @Nullable String urlOrNone(String url) {
    return url.isEmpty() ? null : requireUrl("default_url", url);
  }
}
