package dev.seedance.mock.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a rotation.
 *
 * @param secret the new secret, this once, where the server drew it; absent where the caller named
 *     it
 * @param settings the settings from now on
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rotation(@Nullable String secret, SettingsAnswer settings) {

  /** The body of the call. */
  @Introspected
  record Wish(@Nullable String secret) {}

  /** All but the secret. */
  @Override
  public String toString() {
    return "Rotation[settings=" + settings + "]";
  }
}
