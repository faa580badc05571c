package dev.seedance.mock.http;

import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * The requests of a server, by their route and the class of their status.
 *
 * <p>A route is told apart by its template, never by the path of the request, so that callers can't
 * make more of them. To count costs two lookups and an addition. Thread-safe.
 */
@Singleton
public final class RequestCounts implements Measured {

  private static final int CLASSES = 6;

  /** The part of a template that names the parameters of a query. */
  private static final Pattern QUERY = Pattern.compile("\\{[?&#].*?}");

  private record Route(String method, String template) {

    private static final Route NONE = new Route("none", "none");

    /** Returns the route that a request has reached. An error has a route too, but no template. */
    static Route of(HttpRequest<?> request) {
      String template = BasicHttpAttributes.getUriTemplate(request).orElse(null);
      return template == null ? NONE : new Route(request.getMethodName(), template);
    }
  }

  /** Requests of one route, by the first digit of the status. */
  private static final class Row {

    private final LongAdder[] byClass = new LongAdder[CLASSES];

    Row() {
      for (int i = 0; i < CLASSES; i++) {
        byClass[i] = new LongAdder();
      }
    }
  }

  private final Map<Route, Row> rows = new ConcurrentHashMap<>();

  /** Counts a request that a route, or a filter before it, has responded to. */
  public void count(HttpRequest<?> request, int status) {
    count(Route.of(request), status);
  }

  /** Counts a request that was refused before a route was found. */
  public void countRefused(int status) {
    count(Route.NONE, status);
  }

  private void count(Route route, int status) {
    Row row = rows.get(route);
    if (row == null) {
      row = rows.computeIfAbsent(route, unknown -> new Row());
    }
    row.byClass[Math.min(status / 100, CLASSES - 1)].increment();
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure(
            "requests",
            Measure.Kind.COUNTER,
            "Requests that had a response, by the template of their route.",
            List.of("method", "route", "status"),
            this::values));
  }

  private Map<List<String>, Double> values() {
    Map<List<String>, Double> values = new HashMap<>();
    rows.forEach(
        (route, row) -> {
          String template = QUERY.matcher(route.template()).replaceAll("");
          for (int i = 1; i < CLASSES; i++) {
            double number = row.byClass[i].sum();
            if (number > 0) {
              values.merge(List.of(route.method(), template, i + "xx"), number, Double::sum);
            }
          }
        });
    return values;
  }
}
