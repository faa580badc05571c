package dev.seedance.contract.verify;

import java.time.Duration;
import java.time.InstantSource;

/** Tells the time and lets it pass. */
public interface Time extends InstantSource {

  /** Returns after that long, or at once where the thread is interrupted. */
  void sleep(Duration duration);

  /** The time of this machine. */
  static Time real() {
    return new RealTime();
  }
}
