package dev.seedance.mock.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.plan.JsonTable;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The durations of reviews, by the table {@code review.json} beside this class.
 *
 * @param min the shortest review of a file
 * @param max the longest review of a file
 * @param most the most that the files of a request take together
 */
record ReviewTimes(Duration min, Duration max, Duration most) {

  /** The table of the server's jar. */
  static final ReviewTimes STANDARD = of(JsonTable.read(ReviewTimes.class, "review.json"));

  private static ReviewTimes of(JsonNode table) {
    return new ReviewTimes(
        seconds(table.at("/file_seconds/min")),
        seconds(table.at("/file_seconds/max")),
        seconds(table.at("/most_seconds")));
  }

  private static Duration seconds(JsonNode seconds) {
    return Duration.ofSeconds(seconds.longValue());
  }

  /** Draws the duration of the review of a file. */
  Duration draw(RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(min.toMillis(), max.toMillis() + 1));
  }
}
