package dev.seedance.mock.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of sending: an answer, or the reason why there is none.
 *
 * @param status the HTTP status; null where no answer came
 * @param body the beginning of the answer's body; null where no answer came
 * @param error why no answer came; null where one did
 */
record Reply(@Nullable Integer status, @Nullable String body, @Nullable String error) {

  static Reply answered(int status, String body) {
    return new Reply(status, body, null);
  }

  static Reply failed(String error) {
    return new Reply(null, null, error);
  }
}
