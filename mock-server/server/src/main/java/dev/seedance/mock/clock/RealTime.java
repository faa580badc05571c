package dev.seedance.mock.clock;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Real time, as the server was given it: what every sandbox's clock flows along.
 *
 * @param source never goes back
 */
public record RealTime(InstantSource source) implements InstantSource {
  @Override
  public Instant instant() {
    return source.instant();
  }
}
