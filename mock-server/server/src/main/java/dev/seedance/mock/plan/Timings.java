package dev.seedance.mock.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The durations of the provider's tasks, by the table {@code timings.json} beside this class.
 *
 * <p>Seconds of running = (base + per second of video * its length) * factor of the resolution *
 * factor of the model * a random factor between the table's two jitter values. Section 8 of the
 * contract names the source of the figures.
 */
final class Timings {

  private record Range(double min, double max) {

    static Range of(JsonNode range) {
      return new Range(range.get("min").doubleValue(), range.get("max").doubleValue());
    }

    double draw(RandomGenerator random) {
      return min + (max - min) * random.nextDouble();
    }
  }

  /** The table of the server's jar. */
  static final Timings STANDARD = new Timings(JsonTable.read(Timings.class, "timings.json"));

  private final Range queuedSeconds;
  private final Range jitter;
  private final double baseSeconds;
  private final double secondsPerVideoSecond;
  private final Map<String, Double> resolutionFactors;
  private final Map<String, Double> modelFactors;

  private Timings(JsonNode table) {
    queuedSeconds = Range.of(table.get("queued_seconds"));
    jitter = Range.of(table.get("jitter"));
    baseSeconds = table.get("base_seconds").doubleValue();
    secondsPerVideoSecond = table.get("seconds_per_video_second").doubleValue();
    resolutionFactors = JsonTable.members(table.get("resolution_factors"), JsonNode::doubleValue);
    modelFactors = JsonTable.members(table.get("model_factors"), JsonNode::doubleValue);
  }

  Duration queued(Timeline.Run run) {
    return seconds(queuedSeconds.draw(run.random()));
  }

  /** Draws the running time; a model or resolution outside the table counts as the slowest. */
  Duration running(Timeline.Run run) {
    double work = baseSeconds + secondsPerVideoSecond * run.videoSeconds();
    double factor = factor(modelFactors, run.model()) * factor(resolutionFactors, run.resolution());
    return seconds(work * factor * jitter.draw(run.random()));
  }

  private static double factor(Map<String, Double> factors, String name) {
    Double factor = factors.get(name);
    return factor != null
        ? factor
        : factors.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
