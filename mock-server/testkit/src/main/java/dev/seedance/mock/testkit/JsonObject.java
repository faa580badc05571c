package dev.seedance.mock.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object, immutable.
 *
 * <p>A member that is required and absent, or of another type than asked for, is an {@link
 * IllegalStateException}: the server is of another version than the kit.
 */
final class JsonObject {

  static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, @Nullable Object> members;

  /** Copies members whose values are already those of {@link Json}. */
  JsonObject(Map<String, ? extends @Nullable Object> members) {
    this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException when the text is not one
   */
  static JsonObject read(String text) {
    if (Json.read(text) instanceof JsonObject object) {
      return object;
    }
    throw new IllegalArgumentException("expected a JSON object: " + text);
  }

  /**
   * Takes over an object of Java's own types.
   *
   * @throws IllegalArgumentException when a value has no form in JSON
   */
  static JsonObject of(Map<?, ?> map) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put(String.valueOf(name), value(value)));
    return new JsonObject(members);
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof JsonObject) {
      return value;
    }
    if (value instanceof Number number) {
      if (!Double.isFinite(number.doubleValue()) && !(value instanceof BigDecimal)) {
        throw new IllegalArgumentException(
            "%s has no form in JSON, expected a finite number".formatted(value));
      }
      return new BigDecimal(value.toString());
    }
    if (value instanceof Map<?, ?> map) {
      return of(map);
    }
    if (value instanceof Collection<?> collection) {
      List<@Nullable Object> values = new ArrayList<>();
      collection.forEach(element -> values.add(value(element)));
      return Collections.unmodifiableList(values);
    }
    throw new IllegalArgumentException(
        "%s has no form in JSON: %s".formatted(value.getClass().getName(), value));
  }

  Map<String, @Nullable Object> members() {
    return members;
  }

  /** Returns the object with a member set: a value of Java's own types, or null. */
  JsonObject with(String name, @Nullable Object value) {
    var more = new LinkedHashMap<>(members);
    more.put(name, value(value));
    return new JsonObject(more);
  }

  /** Returns the object with a value behind those of a list. */
  JsonObject withAdded(String name, Object value) {
    List<@Nullable Object> values = new ArrayList<>(list(name));
    values.add(value);
    return with(name, values);
  }

  String text(String name) {
    return required(name, optionalText(name));
  }

  Optional<String> optionalText(String name) {
    return member(name, String.class);
  }

  boolean flag(String name) {
    return required(name, member(name, Boolean.class));
  }

  BigDecimal number(String name) {
    return required(name, member(name, BigDecimal.class));
  }

  OptionalInt optionalInteger(String name) {
    return member(name, BigDecimal.class).stream().mapToInt(BigDecimal::intValueExact).findFirst();
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  Optional<Instant> optionalInstant(String name) {
    return optionalText(name).map(Instant::parse);
  }

  JsonObject object(String name) {
    return required(name, optionalObject(name));
  }

  Optional<JsonObject> optionalObject(String name) {
    return member(name, JsonObject.class);
  }

  /** Returns the values of a list; none when it is absent. */
  List<?> list(String name) {
    return member(name, List.class).orElse(List.of());
  }

  /** Returns the objects of a list; none when it is absent. */
  List<JsonObject> objects(String name) {
    return list(name).stream().map(JsonObject.class::cast).toList();
  }

  private <T> Optional<T> member(String name, Class<T> type) {
    Object value = members.get(name);
    if (value != null && !type.isInstance(value)) {
      throw unexpected(name);
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  private <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> unexpected(name));
  }

  private IllegalStateException unexpected(String name) {
    return new IllegalStateException(
        "unexpected or no '%s' in %s; is the server of this kit's version?".formatted(name, this));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonObject object && members.equals(object.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** Returns the JSON. */
  @Override
  public String toString() {
    return JsonWriter.write(this);
  }
}
