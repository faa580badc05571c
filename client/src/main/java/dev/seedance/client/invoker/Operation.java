package dev.seedance.client.invoker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API, not made yet. The generated classes in {@code dev.seedance.client.api} make
 * them; {@code SeedanceClient.call} runs them.
 *
 * @param id the operation's id in the contract, such as {@code createGeneration}
 * @param method the HTTP method
 * @param path the path below the base URL, with its parameters filled in and encoded, and the query
 *     if there is one
 * @param response the model of a successful response
 * @param body the model to send as JSON; null if there is none
 * @param parts the parts to send as a form, texts or files; empty if there is no form
 * @param <T> the model of a successful response
 */
public record Operation<T>(
    String id,
    String method,
    String path,
    Class<T> response,
    @Nullable Object body,
    Map<String, Object> parts) {

  /** Copies the parts. */
  public Operation {
    parts = Map.copyOf(parts);
  }

  /** Returns an operation without parameters and without content. */
  public static <T> Operation<T> of(String id, String method, String path, Class<T> response) {
    return new Operation<>(id, method, path, response, null, Map.of());
  }

  /** Fills in a path parameter, percent-encoded. */
  public Operation<T> path(String name, String value) {
    Objects.requireNonNull(value, () -> name + " of " + id + " must not be null");
    return withPath(path.replace('{' + name + '}', encoded(value)));
  }

  /**
   * Adds a query parameter, percent-encoded.
   *
   * @param value null leaves the parameter out; a collection repeats it for each element
   */
  public Operation<T> query(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Operation<T> result = this;
    for (Object element : value instanceof Collection<?> list ? list : List.of(value)) {
      result = result.withQuery(name, encoded(element.toString()));
    }
    return result;
  }

  /**
   * Adds a query parameter that holds several values in one, separated by commas.
   *
   * @param values null or no value leaves the parameter out
   */
  public Operation<T> queryList(String name, @Nullable Collection<?> values) {
    if (values == null || values.isEmpty()) {
      return this;
    }
    return withQuery(
        name,
        values.stream().map(value -> encoded(value.toString())).collect(Collectors.joining(",")));
  }

  /** Sends a model as JSON. */
  public Operation<T> json(Object model) {
    Objects.requireNonNull(model, () -> "the content of " + id + " must not be null");
    return new Operation<>(id, method, path, response, model, parts);
  }

  /** Adds a part of a form; null leaves the part out. */
  public Operation<T> part(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var more = new LinkedHashMap<>(parts);
    more.put(name, value);
    return new Operation<>(id, method, path, response, body, more);
  }

  private Operation<T> withQuery(String name, String encodedValue) {
    char separator = path.indexOf('?') < 0 ? '?' : '&';
    return withPath(path + separator + encoded(name) + '=' + encodedValue);
  }

  private Operation<T> withPath(String changed) {
    return new Operation<>(id, method, changed, response, body, parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
