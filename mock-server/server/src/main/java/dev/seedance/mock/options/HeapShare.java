package dev.seedance.mock.options;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bound in bytes, whose default is a part of the heap.
 *
 * @param most the largest default; {@link Long#MAX_VALUE} if there is none
 * @param part 4 for a quarter of the heap
 * @param type reads a bound that is given; the heap does not limit it
 */
record HeapShare(long most, int part, OptionType<Long> type)
    implements Function<List<String>, Long> {

  /** Returns the largest default in the form of the command line; null if there is none. */
  @Nullable String fallback() {
    return most == Long.MAX_VALUE ? null : Long.toString(most);
  }

  /** Returns a sentence about the default. */
  String description() {
    return "The default is "
        + (most == Long.MAX_VALUE ? "" : "at most ")
        + "1/"
        + part
        + " of the heap.";
  }

  @Override
  public Long apply(List<String> given) {
    return given.isEmpty()
        ? Long.valueOf(Math.min(most, Runtime.getRuntime().maxMemory() / part))
        : type.read(given.get(given.size() - 1));
  }
}
