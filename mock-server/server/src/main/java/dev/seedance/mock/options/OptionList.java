package dev.seedance.mock.options;

import static dev.seedance.mock.options.OptionType.integerFrom;
import static dev.seedance.mock.options.OptionType.trueOrFalse;

import dev.seedance.spec.text.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of options to which each new one is added. */
final class OptionList {

  private final List<Option<?>> all = new ArrayList<>();

  /** Returns the options so far, in order. */
  List<Option<?>> all() {
    return List.copyOf(all);
  }

  /** Returns the options so far, in order, and others after them. */
  @SafeVarargs
  final List<Option<?>> and(List<Option<?>>... others) {
    List<Option<?>> together = new ArrayList<>(all);
    for (List<Option<?>> more : others) {
      together.addAll(more);
    }
    return List.copyOf(together);
  }

  Option<Integer> number(String name, int min, int fallback, String description) {
    return one(name, "N", Integer.toString(fallback), description, integerFrom(min));
  }

  Option<Long> bytes(String name, long min, long fallback, String description) {
    return one(name, "SIZE", ByteSize.shortest(fallback), description, OptionType.bytes(min));
  }

  /** A bound whose default is no more than a part of the heap. */
  Option<Long> heapBytes(String name, long min, HeapShare share, String description) {
    return declare(
        name,
        "SIZE",
        share.fallback(),
        description + " " + share.description(),
        false,
        false,
        given -> given.isEmpty() ? share.bytes() : OptionType.bytes(min).read(last(given, "")));
  }

  /** An option with one value. */
  <T> Option<T> one(
      String name, String label, String fallback, String description, OptionType<T> type) {
    return declare(
        name,
        label,
        fallback,
        description,
        false,
        false,
        given -> type.read(last(given, fallback)));
  }

  /** An option with one value that may be absent; the description tells the default. */
  <T> Option<@Nullable T> optional(
      String name, String label, String description, OptionType<T> type) {
    return optional(name, label, description, false, type);
  }

  /** An option with one value that may be absent, and that nobody else may see. */
  <T> Option<@Nullable T> secret(
      String name, String label, String description, OptionType<T> type) {
    return optional(name, label, description, true, type);
  }

  private <T> Option<@Nullable T> optional(
      String name, String label, String description, boolean secret, OptionType<T> type) {
    return declare(
        name,
        label,
        null,
        description,
        false,
        secret,
        given -> given.isEmpty() ? null : type.read(last(given, "")));
  }

  /** An option that may be given more than once; the description tells the default. */
  <T> Option<List<T>> several(String name, String label, String description, OptionType<T> type) {
    return several(name, label, description, false, type);
  }

  /** An option that may be given more than once, and whose values nobody else may see. */
  <T> Option<List<T>> secrets(String name, String label, String description, OptionType<T> type) {
    return several(name, label, description, true, type);
  }

  private <T> Option<List<T>> several(
      String name, String label, String description, boolean secret, OptionType<T> type) {
    return declare(
        name,
        label,
        null,
        description,
        true,
        secret,
        given -> given.stream().map(type::read).toList());
  }

  /** An option without a value. Default: off. */
  Option<Boolean> flag(String name, String description) {
    return declare(
        name,
        "",
        null,
        description,
        false,
        false,
        given -> trueOrFalse().read(last(given, "false")));
  }

  private <T extends @Nullable Object> Option<T> declare(
      String name,
      String label,
      @Nullable String fallback,
      String description,
      boolean repeatable,
      boolean secret,
      Function<List<String>, T> reader) {
    var option = new Option<T>(name, label, fallback, description, repeatable, secret, reader);
    all.add(option);
    return option;
  }

  private static String last(List<String> given, String fallback) {
    return given.isEmpty() ? fallback : given.get(given.size() - 1);
  }
}
