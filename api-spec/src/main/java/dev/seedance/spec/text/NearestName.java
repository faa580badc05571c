package dev.seedance.spec.text;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known name that a misspelt one was probably meant to be. */
public final class NearestName {

  /** A longer name is no slip of the finger. */
  private static final int LONGEST = 100;

  /** Of so many characters one may be wrong. */
  private static final int CHARACTERS_PER_SLIP = 4;

  private NearestName() {}

  /**
   * Returns the end of a message, such as {@code ; did you mean --port?}; empty if none is near.
   */
  public static String question(String wrong, Collection<String> names) {
    String nearest = of(wrong, names);
    return nearest == null ? "" : "; did you mean " + nearest + "?";
  }

  /** Returns the name with the fewest slips, the first of several; null if none is near. */
  public static @Nullable String of(String wrong, Collection<String> names) {
    String nearest = null;
    int fewest =
        wrong.length() > LONGEST ? 0 : Math.max(2, wrong.length() / CHARACTERS_PER_SLIP) + 1;
    for (String name : names) {
      int slips = slips(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (slips < fewest) {
        nearest = name;
        fewest = slips;
      }
    }
    return nearest;
  }

  /** Counts characters that are missing, too many, wrong, or swapped with the next. */
  private static int slips(String one, String other) {
    int[][] slips = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(slips[i - 1][j], slips[i][j - 1]) + 1;
        fewest = Math.min(fewest, slips[i - 1][j - 1] + wrong);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          fewest = Math.min(fewest, slips[i - 2][j - 2] + 1);
        }
        slips[i][j] = fewest;
      }
    }
    return slips[one.length()][other.length()];
  }
}
