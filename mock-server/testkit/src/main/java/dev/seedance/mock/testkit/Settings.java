package dev.seedance.mock.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings of an annotation, as options of the command line.
 *
 * @param said the options; empty when it says nothing
 */
record Settings(List<String> said) {

  private static final List<String> NEVER_WAIT = List.of("--clock", "auto");

  static Settings of(SeedanceMock annotation) {
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
    List<String> options = new ArrayList<>(said.contains("--clock") ? List.of() : NEVER_WAIT);
    options.addAll(said);
    return options;
  }
}
