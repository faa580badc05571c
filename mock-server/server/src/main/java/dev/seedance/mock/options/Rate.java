package dev.seedance.mock.options;

import java.time.Duration;

/**
 * A limit of calls: a steady rate, and a number of them at once.
 *
 * @param perMinute the steady rate, 1 to 1,000,000
 * @param burst how many at once after a pause, 1 to 1,000,000
 */
public record Rate(int perMinute, int burst) {

  private static final int MAX = 1_000_000;

  /**
   * Checks both numbers.
   *
   * @throws IllegalArgumentException where one is out of range
   */
  public Rate {
    if (perMinute < 1 || perMinute > MAX || burst < 1 || burst > MAX) {
      throw new IllegalArgumentException(
          "rate %d/%d is out of range; expected 1 to %d a minute and at once"
              .formatted(perMinute, burst, MAX));
    }
  }

  /**
   * Reads the form of the command line.
   *
   * @param text a minute's calls and the burst, such as {@code 300/50}
   * @throws IllegalArgumentException where it is not of this form or out of range
   */
  public static Rate parse(String text) {
    if (!text.matches("\\d{1,7}/\\d{1,7}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no rate; expected CALLS-PER-MINUTE/BURST such as 300/50");
    }
    int slash = text.indexOf('/');
    return new Rate(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  /** Returns the time until one more call is allowed. */
  public Duration interval() {
    return Duration.ofMinutes(1).dividedBy(perMinute);
  }

  /** Returns the time until an empty bucket is full. */
  public Duration refill() {
    return interval().multipliedBy(burst);
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return perMinute + "/" + burst;
  }
}
