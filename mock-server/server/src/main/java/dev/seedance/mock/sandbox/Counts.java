package dev.seedance.mock.sandbox;

/** The range of counts in a snapshot: far from an overflow, and exact for every reader of JSON. */
public final class Counts {

  /** The largest count: 2^53 - 1. */
  private static final long MAX = (1L << 53) - 1;

  private Counts() {}

  /**
   * Checks a count.
   *
   * @param name of its member in the snapshot
   * @throws IllegalArgumentException if it is out of range
   */
  public static void require(String name, long count) {
    if (count < 0 || count > MAX) {
      throw new IllegalArgumentException(
          "'%s' is %d; expected a count from 0 to %d".formatted(name, count, MAX));
    }
  }
}
