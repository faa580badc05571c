package dev.seedance.contract.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A sandbox's clock in a response.
 *
 * @param mode as in {@code GET /_mock/clock}
 * @param scale sandbox seconds in a real second
 * @param now the sandbox's instant
 * @param sentAt nanoseconds of the real clock before the request
 * @param receivedAt nanoseconds of the real clock after the response
 */
record ClockFact(String mode, double scale, Instant now, long sentAt, long receivedAt) {

  /** Real time that a stored clock may lose or win: stores and servers round and estimate. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  static ClockFact of(JsonNode clock, long sentAt, long receivedAt) {
    return new ClockFact(
        clock.path("mode").asText(),
        clock.path("scale").asDouble(),
        Instant.parse(clock.path("now").asText()),
        sentAt,
        receivedAt);
  }

  /** Asks for the clock. */
  static ClockFact read(Wire wire) throws Unacknowledged {
    long sentAt = System.nanoTime();
    JsonNode clock = wire.get("/_mock/clock").expect(200);
    return of(clock, sentAt, System.nanoTime());
  }

  boolean isFrozen() {
    return mode.equals("frozen");
  }

  /** Returns true if only calls move it: time that passes does not. */
  boolean stands() {
    return scale == 0;
  }

  /** Fails unless a later response is what time and acknowledged calls have made of this one. */
  void requireFollowedBy(ClockFact later) {
    if (!later.mode().equals(mode) || later.scale() != scale) {
      throw new AssertionError("the clock was %s, and is now %s".formatted(this, later));
    }
    Instant least = now;
    Instant most = now;
    if (mode.equals("auto")) {
      most = Instant.MAX; // each poll moves it
    } else if (!stands()) {
      least = now.plus(flow(later.sentAt() - receivedAt).minus(flow(TOLERANCE.toNanos())));
      most = now.plus(flow(later.receivedAt() - sentAt).plus(flow(TOLERANCE.toNanos())));
      least = least.isBefore(now) ? now : least;
    }
    if (later.now().isBefore(least) || later.now().isAfter(most)) {
      throw new AssertionError(
          "the clock was %s, and is now %s; expected %s to %s".formatted(this, later, least, most));
    }
  }

  private Duration flow(long realNanos) {
    return Duration.ofNanos((long) (realNanos * scale));
  }
}
