package dev.seedance.mock.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings of an annotation, as options of the command line.
 *
 * @param said the options; empty when it says nothing
 */
record Settings(List<String> said) {

  private static final String API_KEY = "--api-key";
  private static final List<String> NEVER_WAIT = List.of("--clock", "auto");

  /**
   * Reads an annotation.
   *
   * @throws IllegalArgumentException when it limits the keys
   */
  static Settings of(SeedanceMock annotation) {
    if (says(List.of(annotation.options()), API_KEY)) {
      throw new IllegalArgumentException(
          "@SeedanceMock has the option %s, but gives each test a key of its own; expected another"
                  .formatted(API_KEY)
              + " option, or MockServer.builder().apiKey(...) in place of the annotation");
    }
    List<String> said = new ArrayList<>();
    add(said, "--clock", annotation.clock());
    add(said, "--clock-start", annotation.clockStart());
    add(said, "--scenario", annotation.scenario());
    add(said, "--revision", annotation.revision());
    add(said, "--seed", annotation.seed() == 0 ? "" : Long.toString(annotation.seed()));
    if (annotation.rateLimits()) {
      said.add("--rate-limits");
    }
    said.addAll(List.of(annotation.options()));
    return new Settings(List.copyOf(said));
  }

  /** Returns true when the option is among the arguments, as {@code --x 1} or {@code --x=1}. */
  static boolean says(List<String> arguments, String option) {
    return arguments.stream().anyMatch(one -> one.equals(option) || one.startsWith(option + "="));
  }

  private static void add(List<String> said, String option, String value) {
    if (!value.isEmpty()) {
      said.addAll(List.of(option, value));
    }
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  /** Returns the options of the server; its clock is automatic unless something else was said. */
  List<String> options() {
    List<String> options = new ArrayList<>(says(said, "--clock") ? List.of() : NEVER_WAIT);
    options.addAll(said);
    return options;
  }
}
