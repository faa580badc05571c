package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How long a run on the provider takes, from the table {@code timings.json} beside this class.
 *
 * <p>Seconds of running = (base + per second of video * its length) * factor of the resolution *
 * factor of the model, times a chance between the table's two jitter values. See section 8 of the
 * contract for where the figures come from.
 */
final class Timings {

  private record Range(double min, double max) {
    double draw(RandomGenerator random) {
      return min + (max - min) * random.nextDouble();
    }
  }

  private record Table(
      Range queuedSeconds,
      double baseSeconds,
      double secondsPerVideoSecond,
      Range jitter,
      Map<String, Double> resolutionFactors,
      Map<String, Double> modelFactors) {}

  /** The table of the server's jar. */
  static final Timings STANDARD = load();

  private final Table table;

  private Timings(Table table) {
    this.table = table;
  }

  private static Timings load() {
    var mapper =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (var in = Timings.class.getResourceAsStream("timings.json")) {
      return new Timings(mapper.readValue(in, Table.class));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read timings.json from the mock server's jar", e);
    }
  }

  Duration queued(Timeline.Run run) {
    return seconds(table.queuedSeconds.draw(run.random()));
  }

  /** A model or resolution that the table does not have counts as the slowest. */
  Duration running(Timeline.Run run) {
    double work = table.baseSeconds + table.secondsPerVideoSecond * run.videoSeconds();
    double factor =
        factor(table.modelFactors, run.model()) * factor(table.resolutionFactors, run.resolution());
    return seconds(work * factor * table.jitter.draw(run.random()));
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
