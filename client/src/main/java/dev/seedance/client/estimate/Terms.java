package dev.seedance.client.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.spec.price.Order;
import dev.seedance.spec.text.ShownText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The part of a request that its price goes by. The length may be up to the model: then there are
 * two orders that it can come to.
 *
 * @param shortest the order of the shortest video
 * @param longest the order of the longest video
 * @param assumptions the defaults that were taken, a sentence each
 */
record Terms(Order shortest, Order longest, List<String> assumptions) {

  /** More is no request that any model takes, and would make figures without meaning. */
  private static final int MOST = 10_000;

  private static final int SHOWN = 40;

  /**
   * Reads a request.
   *
   * @param table the capability table of a revision
   * @throws IllegalArgumentException if the request does not tell what it orders
   */
  static Terms of(JsonNode request, JsonNode table) {
    return new Reader(request, table).terms();
  }

  /** From the shortest to the longest, in seconds. */
  private record Seconds(int least, int most) {}

  private static final class Reader {

    private final JsonNode request;
    private final JsonNode table;
    private final String model;
    private final List<String> assumptions = new ArrayList<>();

    Reader(JsonNode request, JsonNode table) {
      this.request = request;
      this.table = table;
      this.model = text("model").orElseThrow(() -> new IllegalArgumentException("it has no model"));
    }

    Terms terms() {
      String resolution = text("resolution").orElseGet(this::usualResolution);
      Seconds seconds = seconds();
      int outputs =
          Stream.of(number("count"), number("n"))
              .flatMap(Optional::stream)
              .filter(count -> count > 0)
              .max(Comparator.naturalOrder())
              .orElse(table.at("/defaults/outputs").asInt(1));
      boolean hasVideo = !request.path("video_with_roles").isEmpty();
      return new Terms(
          new Order(model, resolution, seconds.least(), outputs, hasVideo),
          new Order(model, resolution, seconds.most(), outputs, hasVideo),
          List.copyOf(assumptions));
    }

    private String usualResolution() {
      String usual = table.at("/defaults/resolution").asText();
      assumptions.add("no resolution is given: " + usual);
      return usual;
    }

    private Seconds seconds() {
      Optional<Integer> given = number("duration");
      if (given.isPresent() && given.get() > 0) {
        return new Seconds(given.get(), given.get());
      }
      JsonNode row = table.path("models").path(model);
      int[] lengths =
          StreamSupport.stream(row.path("durations").spliterator(), false)
              .mapToInt(JsonNode::asInt)
              .sorted()
              .toArray();
      if (lengths.length == 0) {
        throw new IllegalArgumentException(
            "its length is automatic, and revision %s of the contract does not know the model '%s'"
                .formatted(table.path("revision").asText(), ShownText.plain(model, SHOWN)));
      }
      int least = lengths[0];
      if (given.isEmpty() && row.path("auto_durations").isEmpty()) {
        assumptions.add("no duration is given: %d s, the shortest of the model".formatted(least));
        return new Seconds(least, least);
      }
      int most = lengths[lengths.length - 1];
      assumptions.add("the duration is automatic: %d to %d s".formatted(least, most));
      return new Seconds(least, most);
    }

    private Optional<String> text(String name) {
      JsonNode value = request.path(name);
      if (value.isMissingNode() || value.isNull()) {
        return Optional.empty();
      }
      if (!value.isTextual() || value.textValue().isBlank()) {
        throw odd(name, value, "a text");
      }
      return Optional.of(value.textValue());
    }

    private Optional<Integer> number(String name) {
      JsonNode value = request.path(name);
      if (value.isMissingNode() || value.isNull()) {
        return Optional.empty();
      }
      if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() > MOST) {
        throw odd(name, value, "a whole number up to " + MOST);
      }
      return Optional.of(value.intValue());
    }

    private static IllegalArgumentException odd(String name, JsonNode value, String expected) {
      return new IllegalArgumentException(
          "its %s is %s; expected %s"
              .formatted(name, ShownText.plain(value.toString(), SHOWN), expected));
    }
  }
}
