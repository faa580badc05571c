package dev.seedance.mock.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The result of an exchange: a response, or the reason why there is none.
 *
 * @param status the HTTP status; null if no response came
 * @param body the beginning of the response's body; null if no response came
 * @param error why no response came; null if one did
 */
record Reply(@Nullable Integer status, @Nullable String body, @Nullable String error) {

  static Reply of(int status, String body) {
    return new Reply(status, body, null);
  }

  static Reply failed(String error) {
    return new Reply(null, null, error);
  }
}
