package dev.seedance.mock.metrics;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/**
 * Shows the figures of the server to Prometheus. Needs no key: no figure tells of a key, a sandbox
 * or the content of a request.
 */
@Controller("/metrics")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MetricsController {

  private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final Scrape scrape;

  MetricsController(Scrape scrape) {
    this.scrape = scrape;
  }

  @Get
  @Produces(TEXT_FORMAT)
  String metrics() {
    return scrape.text();
  }
}
