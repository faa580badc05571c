package dev.seedance.mock.sandbox;

import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sequences of a sandbox: random numbers and request ids. The n-th of a sandbox with the same
 * key and seed is always the same. Thread-safe.
 *
 * <p>A store has the exact number of draws, and the end of a block of {@value #BLOCK} request ids:
 * it is written once a block. After a crash the ids go on behind the block, so that none is given
 * twice.
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

  /** The request ids that are reserved at a time. */
  static final int BLOCK = 1_000;

  private final String sandboxId;
  private final long seed;
  private final AtomicLong draws = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final PartChanges changes;

  /** The request ids that the store has as given. */
  private volatile long told;

  /** Those that may be given without a further word to the store; set when it is told. */
  private volatile long reserved;

  Sequences(String sandboxId, long seed, PartChanges changes) {
    this.sandboxId = sandboxId;
    this.seed = seed;
    this.changes = changes;
  }

  /** Returns the random numbers of the next task, asset or id. */
  SplittableRandom nextDraw() {
    long draw = draws.getAndIncrement();
    changes.mark();
    return new SplittableRandom(seed + draw);
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
    long number = requests.incrementAndGet();
    if (number > reserved) {
      reserve(number);
    }
    return "req_" + sandboxId + HexFormat.of().toHexDigits(number, 8);
  }

  private synchronized void reserve(long number) {
    if (number > reserved) {
      tell(number + BLOCK - 1);
    }
  }

  /** Marks before the ids are free for others, whose responses then wait for it. */
  private void tell(long last) {
    told = last;
    changes.mark();
    reserved = last;
  }

  /** Tells the store the exact number. */
  synchronized void settle() {
    tell(requests.get());
  }

  Counters counters() {
    return new Counters(draws.get(), Math.max(0, requests.get()));
  }

  /** Returns the counters for the store. */
  Counters stored() {
    return new Counters(draws.get(), Math.max(0, told));
  }

  /**
   * Continues from other counters. The id of the present request, which is taken afterwards, is not
   * counted.
   */
  void restore(Counters counters) {
    continueAfter(counters.draws(), counters.requests() - 1);
  }

  /** Continues from the counters of the store, all of whose ids may have been given. */
  void resume(Counters counters) {
    continueAfter(counters.draws(), counters.requests());
  }

  private synchronized void continueAfter(long lastDraw, long lastRequest) {
    draws.set(lastDraw);
    requests.set(lastRequest);
    tell(lastRequest);
  }
}
