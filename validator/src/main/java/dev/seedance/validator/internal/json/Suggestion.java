package dev.seedance.validator.internal.json;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The known name that an unknown one was probably meant to be: by a table of names from other APIs,
 * else by the edit distance, where swapping two neighbours counts as one edit.
 */
public final class Suggestion {

  private static final Properties ALIASES = aliases();

  private Suggestion() {}

  /**
   * Finds the nearest known name.
   *
   * @param value of the unknown member, which tells what some names mean
   * @return empty if nothing is near enough to be a help
   */
  public static Optional<String> nearest(
      String unknown, @Nullable Object value, List<String> known) {
    String plain = plain(unknown);
    String alias =
        ALIASES.getProperty(plain + '.' + ValueKind.of(value).key(), ALIASES.getProperty(plain));
    if (alias != null && known.contains(alias)) {
      return Optional.of(alias);
    }
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      String target = plain(candidate);
      int tolerance = Math.min(plain.length(), target.length()) / 3;
      if (Math.abs(plain.length() - target.length()) <= tolerance) {
        int distance = distance(plain, target);
        if (distance <= tolerance && distance < least) {
          least = distance;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Optimal string alignment: Levenshtein's distance plus swaps of neighbours. */
  private static int distance(String one, String two) {
    int[][] cost = new int[one.length() + 1][two.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= two.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, two, i, j);
      }
    }
    return cost[one.length()][two.length()];
  }

  private static int cheapest(int[][] cost, String one, String two, int i, int j) {
    int replace = cost[i - 1][j - 1] + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == two.charAt(j - 2)
            && one.charAt(i - 2) == two.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }

  private static String plain(String name) {
    return name.replace("_", "").replace("-", "").replace(".", "").toLowerCase(Locale.ROOT);
  }

  private static Properties aliases() {
    var aliases = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(Suggestion.class.getResourceAsStream("aliases.properties")),
            StandardCharsets.UTF_8)) {
      aliases.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read aliases.properties", e);
    }
    return aliases;
  }
}
