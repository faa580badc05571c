package dev.seedance.client;

import java.net.http.HttpHeaders;
import java.time.Duration;

/**
 * Shortens waits for a mock server whose clock is automatic: each poll advances it, so nothing
 * comes of waiting. Such a server says so in a header; a provider never does.
 *
 * <p>A shortened wait counts in full against deadlines and budgets. So a server that says so gets
 * no more calls than any other, only sooner. Thread-safe.
 */
final class ServerPace {

  static final String HEADER = "Seedance-Mock-Clock";

  /** Keeps a call that fails at once from taking a whole processor. */
  private static final Duration SHORTEST = Duration.ofMillis(10);

  private volatile boolean automatic;

  /** Reads what a response of the server says about its clock. */
  void read(HttpHeaders headers) {
    automatic = headers.firstValue(HEADER).filter("auto"::equals).isPresent();
  }

  /** Returns the part of a wait that has to pass. */
  Duration shortened(Duration wait) {
    return automatic && wait.compareTo(SHORTEST) > 0 ? SHORTEST : wait;
  }
}
