package dev.seedance.validator.internal;

import dev.seedance.validator.Rule;
import dev.seedance.validator.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A broken rule before its message is written. Immutable; what the constraints hand out as dynamic
 * payload.
 *
 * @param messageKey key in the message bundle: the rule's own, or one of its variants
 * @param parameters what the message's placeholders stand for
 */
public record Finding(
    Rule rule,
    String messageKey,
    String pointer,
    @Nullable Object value,
    List<?> allowed,
    Map<String, Object> parameters) {

  /**
   * At most so many findings of a family of rules, or of a severity in a body's structure, are
   * reported: a body of 1 MiB has room for hundreds of thousands, which help nobody.
   */
  public static final int MOST = 1_000;

  private static final String PREFIX = "dev.seedance.validator.";

  /** A broken rule at a place, with the rule's own message. */
  public static Finding of(Rule rule, String pointer) {
    return new Finding(rule, PREFIX + rule.id(), pointer, null, List.of(), Map.of());
  }

  /** The same with the message of a variant: the key is the rule's, a dot and the variant. */
  public Finding variant(String variant) {
    return new Finding(
        rule, PREFIX + rule.id() + '.' + variant, pointer, value, allowed, parameters);
  }

  /** The same with the rejected value, which messages name as {@code {value}}. */
  public Finding value(@Nullable Object rejected) {
    return new Finding(rule, messageKey, pointer, rejected, allowed, parameters)
        .with("value", Wording.quote(rejected));
  }

  /** The same with the values that would pass, which messages name as {@code {allowed}}. */
  public Finding allowed(List<?> values) {
    return new Finding(rule, messageKey, pointer, value, values, parameters)
        .with("allowed", Wording.list(values));
  }

  /** The same with one more placeholder. */
  public Finding with(String name, Object parameter) {
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    more.put(name, parameter);
    return new Finding(rule, messageKey, pointer, value, allowed, Map.copyOf(more));
  }

  /** The violation that the world sees. */
  public Violation violation(String message) {
    return new Violation(rule.id(), rule.severity(), pointer, message, value, allowed);
  }
}
