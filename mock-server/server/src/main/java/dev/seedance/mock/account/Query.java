package dev.seedance.mock.account;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.spec.text.ShownText;
import io.micronaut.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query, each known and there once. Refuses any other value with 400. */
final class Query {

  private static final int MOST_SHOWN = 60;

  private final Map<String, String> values = new HashMap<>();

  /**
   * Reads the query of a request.
   *
   * @param known the names that the route has
   * @throws ApiException 400 if it has another parameter, or one twice
   */
  Query(HttpRequest<?> request, List<String> known) {
    for (Map.Entry<String, List<String>> parameter : request.getParameters().asMap().entrySet()) {
      String name = parameter.getKey();
      List<String> given = parameter.getValue();
      if (!known.contains(name)) {
        throw refusal(name, "is not known; known: " + String.join(", ", known));
      }
      if (given.size() != 1) {
        throw refusal(name, "is there %d times; send it once".formatted(given.size()));
      }
      values.put(name, given.get(0));
    }
  }

  /** Returns a value as it was sent. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * Returns one of some texts.
   *
   * @throws ApiException 400 if another was sent
   */
  Optional<String> oneOf(String name, List<String> allowed) {
    text(name)
        .filter(value -> !allowed.contains(value))
        .ifPresent(
            value -> {
              throw refused(name, value, String.join(", ", allowed));
            });
    return text(name);
  }

  /**
   * Returns a number.
   *
   * @throws ApiException 400 if something else was sent, or a number out of range
   */
  int count(String name, int min, int max, int fallback) {
    String value = values.get(name);
    if (value == null) {
      return fallback;
    }
    if (!value.matches("\\d{1,9}")
        || Integer.parseInt(value) < min
        || Integer.parseInt(value) > max) {
      throw refused(name, value, min + " to " + max);
    }
    return Integer.parseInt(value);
  }

  static ApiException refused(String name, String value, String expected) {
    return refusal(name, "is '%s'; expected %s".formatted(shown(value), expected));
  }

  /** Returns a value as a message shows it. */
  static String shown(String value) {
    return ShownText.plain(value, MOST_SHOWN);
  }

  private static ApiException refusal(String name, String fault) {
    return ApiException.of(
        ErrorCode.INVALID_REQUEST, "the parameter '" + shown(name) + "' " + fault, shown(name));
  }
}
