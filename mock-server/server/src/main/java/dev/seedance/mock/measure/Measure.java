package dev.seedance.mock.measure;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A figure, or several that differ in their labels.
 *
 * @param name of the figure, in snake case
 * @param kind tells if it may fall
 * @param description one sentence
 * @param labels the names of the labels; their values come from a bounded set
 * @param values reads the figures by the values of their labels; may take a while
 */
public record Measure(
    String name,
    Kind kind,
    String description,
    List<String> labels,
    Supplier<Map<List<String>, Double>> values) {

  /** The kinds of figures. */
  public enum Kind {
    /** Only grows. */
    COUNTER,
    /** May rise and fall. */
    GAUGE
  }

  /** The bytes that are held against a bound, by the option that sets the bound. */
  private static final String HELD = "held_bytes";

  private static final String HELD_MAX = "held_bytes_max";

  private static final List<String> BOUND = List.of("bound");

  /** Returns a figure without labels. */
  public static Measure of(String name, Kind kind, String description, LongSupplier value) {
    return new Measure(
        name, kind, description, List.of(), () -> Map.of(List.of(), (double) value.getAsLong()));
  }

  /** Returns the figures of the bytes that are held against a bound, and of the bound. */
  public static List<Measure> bytes(String option, LongSupplier held, long max) {
    return List.of(
        bytes(HELD, "Bytes that are held against a bound.", option, held),
        bytes(HELD_MAX, "The bound of such bytes.", option, () -> max));
  }

  private static Measure bytes(String name, String description, String option, LongSupplier value) {
    return new Measure(
        name,
        Kind.GAUGE,
        description,
        BOUND,
        () -> Map.of(List.of(option), (double) value.getAsLong()));
  }
}
