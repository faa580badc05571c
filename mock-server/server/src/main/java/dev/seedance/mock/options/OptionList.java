package dev.seedance.mock.options;

import static dev.seedance.mock.options.OptionType.integerFrom;
import static dev.seedance.mock.options.OptionType.longFrom;
import static dev.seedance.mock.options.OptionType.trueOrFalse;

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
    return one(name, "BYTES", Long.toString(fallback), description, longFrom(min));
  }

  /** A bound whose default is no more than a part of the heap. */
  Option<Long> heapBytes(String name, long min, HeapShare share, String description) {
    return declare(
        name,
        "BYTES",
        share.fallback(),
        description + " " + share.description(),
        false,
        given -> given.isEmpty() ? share.bytes() : longFrom(min).read(last(given, "")));
  }

  /** An option with one value. */
  <T> Option<T> one(
      String name, String label, String fallback, String description, OptionType<T> type) {
    return declare(
        name, label, fallback, description, false, given -> type.read(last(given, fallback)));
  }

  /** An option with one value that may be absent; the description tells the default. */
  <T> Option<@Nullable T> optional(
      String name, String label, String description, OptionType<T> type) {
    return declare(
        name,
        label,
        null,
        description,
        false,
        given -> given.isEmpty() ? null : type.read(last(given, "")));
  }

  /** An option that may be given more than once; the description tells the default. */
  <T> Option<List<T>> several(String name, String label, String description, OptionType<T> type) {
    return declare(
        name, label, null, description, true, given -> given.stream().map(type::read).toList());
  }

  /** An option without a value. Default: off. */
  Option<Boolean> flag(String name, String description) {
    return declare(
        name, "", null, description, false, given -> trueOrFalse().read(last(given, "false")));
  }

  private <T extends @Nullable Object> Option<T> declare(
      String name,
      String label,
      @Nullable String fallback,
      String description,
      boolean repeatable,
      Function<List<String>, T> reader) {
    var option = new Option<T>(name, label, fallback, description, repeatable, reader);
    all.add(option);
    return option;
  }

  private static String last(List<String> given, String fallback) {
    return given.isEmpty() ? fallback : given.get(given.size() - 1);
  }
}
