package dev.seedance.mock.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * The response to a rotation.
 *
 * @param secret the new secret, this once, if the server drew it; absent if the caller named it
 * @param settings the settings from now on
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rotation(@Nullable String secret, SettingsResponse settings) {

  /** The body of the call. */
  @Introspected
  record Request(@Nullable String secret) {}

  /** All but the secret. */
  @Override
  public String toString() {
    return "Rotation[settings=" + settings + "]";
  }
}
