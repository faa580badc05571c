package dev.seedance.validator;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Says what a report holds: {@code assertThat(report).hasOnly(violation("…").at("/…"))}. */
final class ReportAssert extends AbstractAssert<ReportAssert, ValidationReport> {

  private ReportAssert(ValidationReport actual) {
    super(actual, ReportAssert.class);
  }

  static ReportAssert assertThat(ValidationReport actual) {
    return new ReportAssert(actual);
  }

  static Expected violation(String rule) {
    return new Expected(rule, null, List.of());
  }

  /** No errors and no warnings. */
  ReportAssert isSpotless() {
    return hasOnly();
  }

  /** Exactly these violations in this order. */
  ReportAssert hasOnly(Expected... expected) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.length, actual.violations().size()); i++) {
      if (i >= expected.length || i >= actual.violations().size()) {
        wrong.add("violation " + i + " is there only once");
      } else {
        expected[i].compare(actual.violations().get(i), wrong);
      }
    }
    if (!wrong.isEmpty()) {
      failWithMessage("%s%nexpected %s%nbut was %s", wrong, List.of(expected), actual.violations());
    }
    boolean errors =
        actual.violations().stream().anyMatch(found -> found.severity() == Severity.ERROR);
    if (actual.valid() == errors) {
      failWithMessage("valid() is %s with %s", actual.valid(), actual.violations());
    }
    return this;
  }

  /** A violation as a test expects it; what is not named may be anything. */
  record Expected(String rule, @Nullable String pointer, List<String> words) {

    Expected at(String place) {
      return new Expected(rule, place, words);
    }

    Expected saying(String... parts) {
      return new Expected(rule, pointer, List.of(parts));
    }

    private void compare(Violation found, List<String> wrong) {
      if (!found.rule().equals(rule)) {
        wrong.add("rule " + found.rule() + " is not " + rule);
      }
      if (pointer != null && !found.pointer().equals(pointer)) {
        wrong.add("pointer " + found.pointer() + " is not " + pointer);
      }
      for (String word : words) {
        if (!found.message().contains(word)) {
          wrong.add("message '" + found.message() + "' lacks '" + word + "'");
        }
      }
    }
  }
}
