package dev.seedance.spec.price;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads price lists. A fault names the place as a JSON Pointer. */
final class PriceDocument {

  private static final String RESOLUTION = "resolution";
  private static final String HAS_VIDEO_INPUT = "has_video_input";
  private static final Set<String> CONDITIONS = Set.of(RESOLUTION, HAS_VIDEO_INPUT);

  private PriceDocument() {}

  static PriceList read(JsonNode root) {
    return new PriceList(
        text(root, "currency", ""), elements(root, "data", "", PriceDocument::model));
  }

  private static ModelPrices model(JsonNode model, String at) {
    return new ModelPrices(
        text(model, "id", at),
        model.path("type").asText(),
        elements(model, "prices", at, PriceDocument::price));
  }

  private static Price price(JsonNode price, String at) {
    return new Price(
        price.path("group").asText(),
        conditions(price.path("conditions"), at + "/conditions"),
        price.path("charge_type").asText(),
        text(price, "price_basis", at),
        text(price, "unit", at),
        amount(price, "unit_price", at));
  }

  private static Conditions conditions(JsonNode conditions, String at) {
    List<String> unread =
        conditions.properties().stream()
            .filter(member -> !member.getValue().isNull())
            .map(member -> member.getKey())
            .filter(name -> !CONDITIONS.contains(name))
            .toList();
    Optional<String> resolution =
        conditions.hasNonNull(RESOLUTION)
            ? Optional.of(text(conditions, RESOLUTION, at))
            : Optional.empty();
    return new Conditions(resolution, flag(conditions, HAS_VIDEO_INPUT, at), unread);
  }

  private static Optional<Boolean> flag(JsonNode object, String name, String at) {
    if (!object.hasNonNull(name)) {
      return Optional.empty();
    }
    JsonNode flag = object.path(name);
    if (!flag.isBoolean()) {
      throw fault(at, name, flag, "true or false");
    }
    return Optional.of(flag.booleanValue());
  }

  private static String text(JsonNode object, String name, String at) {
    JsonNode text = object.path(name);
    if (!text.isTextual() || text.textValue().isBlank()) {
      throw fault(at, name, text, "a text");
    }
    return text.textValue();
  }

  private static BigDecimal amount(JsonNode object, String name, String at) {
    JsonNode amount = object.path(name);
    if (amount.isTextual() || amount.isNumber()) {
      try {
        var decimal = new BigDecimal(amount.asText());
        if (Amounts.isUsable(decimal)) {
          return decimal;
        }
      } catch (NumberFormatException e) {
        throw (IllegalArgumentException) fault(at, name, amount, "a decimal text").initCause(e);
      }
    }
    throw fault(at, name, amount, "a decimal text of 0 or more, such as \"0.08\"");
  }

  private static <T> List<T> elements(
      JsonNode object, String name, String at, BiFunction<JsonNode, String, T> read) {
    JsonNode array = object.path(name);
    if (!array.isArray()) {
      throw fault(at, name, array, "an array");
    }
    List<T> elements = new ArrayList<>();
    for (JsonNode element : array) {
      elements.add(read.apply(element, at + "/" + name + "/" + elements.size()));
    }
    return elements;
  }

  private static IllegalArgumentException fault(
      String at, String name, JsonNode found, String expected) {
    String value = found.isMissingNode() ? "missing" : shortened(found.toString());
    return new IllegalArgumentException(
        "no price list: %s/%s is %s; expected %s, as in a response of GET /v1/pricing"
            .formatted(at, name, value, expected));
  }

  private static String shortened(String value) {
    int max = 40;
    return value.length() <= max ? value : value.substring(0, max) + "…";
  }
}
