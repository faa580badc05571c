package dev.seedance.mock.webhook;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Webhook settings as the control plane shows them, never with a secret.
 *
 * @param enabled false if nothing is sent
 * @param secretIsDefault true if the documented default secret signs
 * @param previousSecretUntil until when the secret before signs too, in sandbox time; null if it
 *     doesn't
 * @param defaultUrl the receiver of tasks without a {@code callback_url}; null for none
 */
@Introspected
record SettingsResponse(
    boolean enabled,
    boolean secretIsDefault,
    @Nullable String previousSecretUntil,
    @Nullable String defaultUrl) {

  static SettingsResponse of(WebhookSettings settings, Instant now) {
    return new SettingsResponse(
        settings.enabled(),
        settings.secret().equals(WebhookSettings.DEFAULT_SECRET),
        Optional.ofNullable(settings.previous())
            .map(WebhookSettings.Previous::until)
            .filter(now::isBefore)
            .map(Instant::toString)
            .orElse(null),
        settings.defaultUrl());
  }
}
