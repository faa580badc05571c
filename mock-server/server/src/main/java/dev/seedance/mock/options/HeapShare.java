package dev.seedance.mock.options;

import java.util.List;
import java.util.function.Function;

/**
 * Reads a bound in bytes, whose default is a part of the heap.
 *
 * @param most the largest default
 * @param part 4 for a quarter of the heap
 * @param type reads a bound that is given; the heap does not limit it
 */
record HeapShare(long most, int part, OptionType<Long> type)
    implements Function<List<String>, Long> {

  @Override
  public Long apply(List<String> given) {
    return given.isEmpty()
        ? Long.valueOf(Math.min(most, Runtime.getRuntime().maxMemory() / part))
        : type.read(given.get(given.size() - 1));
  }
}
