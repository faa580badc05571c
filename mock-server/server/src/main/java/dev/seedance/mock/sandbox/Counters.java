package dev.seedance.mock.sandbox;

/**
 * How far a sandbox's sequences are: the same calls after the same counters give the same answers.
 *
 * @param draws how often chance was drawn, 0 or more
 * @param requests how many requests have an id, 0 or more
 */
public record Counters(long draws, long requests) {

  /** Those of a fresh sandbox. */
  public static final Counters START = new Counters(0, 0);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException where one is negative
   */
  public Counters {
    if (draws < 0 || requests < 0) {
      throw new IllegalArgumentException(
          "counters are 0 or more, not " + draws + " and " + requests);
    }
  }
}
