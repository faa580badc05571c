package dev.seedance.mock.metrics;

import dev.seedance.mock.cluster.Cluster;
import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Renders the figures of all parts of the server. The registry is made for the first scrape, and
 * holds nothing but what the last one has read.
 */
@Singleton
final class Scrape {

  private static final String PREFIX = "seedance_mock_";

  /** One line of the text. */
  private record Row(String name, List<String> labels) {}

  private final List<Measure> measures = new ArrayList<>();
  private final Map<Row, Double> values = new ConcurrentHashMap<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /**
   * Creates the registry.
   *
   * @param cluster null if there is no store
   */
  Scrape(List<Measured> parts, @Nullable Cluster cluster) {
    parts.forEach(part -> measures.addAll(part.measures()));
    if (cluster != null) {
      measures.addAll(cluster.measures());
    }
  }

  /** Reads all figures; may take a while. */
  synchronized String text() {
    for (Measure measure : measures) {
      measure
          .values()
          .get()
          .forEach(
              (labels, value) -> {
                var row = new Row(measure.name(), labels);
                if (values.put(row, value) == null) {
                  register(measure, row);
                }
              });
    }
    return registry.scrape();
  }

  private void register(Measure measure, Row row) {
    String name = PREFIX + measure.name();
    List<Tag> tags =
        IntStream.range(0, row.labels().size())
            .mapToObj(at -> Tag.of(measure.labels().get(at), row.labels().get(at)))
            .toList();
    switch (measure.kind()) {
      case COUNTER ->
          FunctionCounter.builder(name, values, all -> all.getOrDefault(row, 0.0))
              .description(measure.description())
              .tags(tags)
              .register(registry);
      case GAUGE ->
          Gauge.builder(name, values, all -> all.getOrDefault(row, 0.0))
              .description(measure.description())
              .tags(tags)
              .register(registry);
    }
  }
}
