package dev.seedance.contract.verify;

import java.time.Duration;
import java.time.InstantSource;

/** Tells the time and lets it pass. */
public interface Time extends InstantSource {

  /** Waits for a duration; returns at once if the thread is interrupted. */
  void sleep(Duration duration);

  /** Returns the time of this machine. */
  static Time real() {
    return new RealTime();
  }
}
