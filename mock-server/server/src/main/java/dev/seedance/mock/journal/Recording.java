package dev.seedance.mock.journal;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/** Writes calls of the API to the journal of their sandbox. */
public final class Recording {

  private Recording() {}

  /** Writes a call down, and how it is answered. */
  public static void record(
      Sandbox sandbox, HttpRequest<?> request, MutableHttpResponse<?> response, String requestId) {
    if (sandbox.journal().isOn()) {
      sandbox
          .journal()
          .record(RecordedCall.of(sandbox.clock().instant(), request, response.code(), requestId));
    }
  }
}
