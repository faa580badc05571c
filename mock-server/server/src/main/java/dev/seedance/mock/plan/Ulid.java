package dev.seedance.mock.plan;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Writes ULIDs: 48 bits of milliseconds and 80 bits of chance, as 26 characters of Crockford's base
 * 32.
 */
public final class Ulid {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private Ulid() {}

  /**
   * Writes a ULID.
   *
   * @param time from 1970 to 10889
   * @param random draws 16 times
   */
  public static String of(Instant time, SplittableRandom random) {
    var text = new StringBuilder(TIME_CHARACTERS + RANDOM_CHARACTERS);
    long millis = time.toEpochMilli();
    for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt((int) (millis >>> (5 * i)) & 31));
    }
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
