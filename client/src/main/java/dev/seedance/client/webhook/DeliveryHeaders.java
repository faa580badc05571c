package dev.seedance.client.webhook;

import dev.seedance.client.webhook.WebhookRefusedException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a delivery. Names are compared without regard to case, as HTTP wants it: gateways
 * and HTTP/2 send them in lower case.
 */
interface DeliveryHeaders {

  /** Returns the values that were sent under a name, null among them. */
  List<@Nullable String> values(String name);

  /** Returns the headers behind a lookup, which may regard case. */
  static DeliveryHeaders of(Function<String, @Nullable String> lookup) {
    return name -> Arrays.asList(lookup.apply(name), lookup.apply(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Returns the headers of a map.
   *
   * @param headers texts, or collections or arrays of texts
   */
  static DeliveryHeaders of(Map<String, ?> headers) {
    return name -> {
      List<@Nullable String> values = new ArrayList<>();
      headers.forEach(
          (key, value) -> {
            if (name.equalsIgnoreCase(key)) {
              add(values, value);
            }
          });
      return values;
    };
  }

  /**
   * Returns the one value of a header, without blanks around it.
   *
   * @throws WebhookRefusedException if there is none, or two that differ
   */
  default String required(String name) {
    List<String> given = new ArrayList<>();
    for (@Nullable String value : values(name)) {
      if (value != null && !value.isBlank() && !given.contains(value.strip())) {
        given.add(value.strip());
      }
    }
    if (given.isEmpty()) {
      throw new WebhookRefusedException(Reason.HEADER, "the header " + name + " is missing", null);
    }
    if (given.size() > 1) {
      throw new WebhookRefusedException(
          Reason.HEADER, "the header " + name + " has several values that differ", null);
    }
    return given.get(0);
  }

  private static void add(List<@Nullable String> values, @Nullable Object value) {
    if (value instanceof Collection<?> several) {
      several.forEach(one -> add(values, one));
    } else if (value instanceof Object[] several) {
      Arrays.asList(several).forEach(one -> add(values, one));
    } else if (value != null) {
      values.add(value.toString());
    }
  }
}
