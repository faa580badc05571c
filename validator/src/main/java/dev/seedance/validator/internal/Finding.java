package dev.seedance.validator.internal;

import dev.seedance.spec.text.ShownText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A broken rule before its message is written. Immutable; the constraints hand it out as dynamic
 * payload.
 *
 * @param rule id of the rule
 * @param messageKey key in the message bundle: the rule's own, or one of its variants
 * @param parameters values of the message's placeholders
 */
public record Finding(
    String rule,
    String messageKey,
    String pointer,
    @Nullable Object value,
    List<?> allowed,
    Map<String, Object> parameters) {

  /**
   * The most findings of a family of rules, or of a severity in a body's structure, that are
   * reported: a body has room for hundreds of thousands, which help nobody.
   */
  public static final int MOST = 1_000;

  /** The longest text of a rejected value that is reported, in characters. */
  public static final int LONGEST_TEXT = 1_000;

  private static final String PREFIX = "dev.seedance.validator.";

  /** Makes a finding at a location, with the rule's own message. */
  public static Finding of(String rule, String pointer) {
    return new Finding(rule, PREFIX + rule, pointer, null, List.of(), Map.of());
  }

  /** Takes the message of a variant: the key is the rule's, a dot and the variant. */
  public Finding variant(String variant) {
    return message(rule + '.' + variant);
  }

  /** Takes the message of that key, which rules may share. */
  public Finding message(String key) {
    return new Finding(rule, PREFIX + key, pointer, value, allowed, parameters);
  }

  /**
   * Adds the rejected value, which messages name as {@code {value}}. Long text is cut, also in a
   * list: a file in a {@code data:} URL helps nobody.
   */
  public Finding value(@Nullable Object rejected) {
    Object shown =
        rejected instanceof List<?> list
            ? list.stream().map(Finding::shown).toList()
            : shown(rejected);
    return new Finding(rule, messageKey, pointer, shown, allowed, parameters)
        .with("value", Wording.quote(shown));
  }

  private static @Nullable Object shown(@Nullable Object value) {
    return value instanceof String text ? ShownText.cut(text, LONGEST_TEXT) : value;
  }

  /** Adds the values that would pass, which messages name as {@code {allowed}}. */
  public Finding allowed(List<?> values) {
    return new Finding(rule, messageKey, pointer, value, values, parameters)
        .with("allowed", Wording.list(values));
  }

  /** Adds one more placeholder. */
  public Finding with(String name, Object parameter) {
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    more.put(name, parameter);
    return new Finding(rule, messageKey, pointer, value, allowed, Map.copyOf(more));
  }
}
