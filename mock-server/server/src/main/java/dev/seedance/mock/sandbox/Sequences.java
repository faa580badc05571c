package dev.seedance.mock.sandbox;

import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sequences of a sandbox: random numbers and request ids. The n-th of a sandbox with the same
 * key and seed is always the same. Thread-safe.
 */
final class Sequences {

  /**
   * The positions of the sequences.
   *
   * @param draws the number of random draws, 0 or more
   * @param requests the number of requests that have an id, 0 or more
   */
  record Counters(long draws, long requests) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    Counters {
      Counts.require("draws", draws);
      Counts.require("requests", requests);
    }
  }

  /** The multiplier of the hash FNV-1a in 64 bits. */
  private static final long FNV_PRIME = 0x100000001B3L;

  private final String sandboxId;
  private final long seed;
  private final AtomicLong draws = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();

  Sequences(String sandboxId, long seed) {
    this.sandboxId = sandboxId;
    this.seed = seed;
  }

  /** Returns the random numbers of the next task, asset or id. */
  SplittableRandom nextDraw() {
    return new SplittableRandom(seed + draws.getAndIncrement());
  }

  /** Returns random numbers that follow from a name: those of the same name are always the same. */
  SplittableRandom drawOf(String name) {
    long hash = seed;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new SplittableRandom(hash);
  }

  /** Returns the id of the next request. */
  String nextRequestId() {
    return "req_" + sandboxId + HexFormat.of().toHexDigits(requests.incrementAndGet(), 8);
  }

  Counters counters() {
    return new Counters(draws.get(), Math.max(0, requests.get()));
  }

  /**
   * Continues from other counters. The id of the present request, which is taken afterwards, is not
   * counted.
   */
  void restore(Counters counters) {
    draws.set(counters.draws());
    requests.set(counters.requests() - 1);
  }
}
