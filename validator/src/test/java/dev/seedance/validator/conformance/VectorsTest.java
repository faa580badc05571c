package dev.seedance.validator.conformance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.Vector;
import dev.seedance.spec.Vector.Expected;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Violation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The validator gives what the conformance vectors expect, and the vectors cover its rules. */
class VectorsTest {

  private static final List<Vector> ALL = Vector.all();
  private static final Map<String, RequestValidator> VALIDATORS =
      ApiSpec.revisions().stream()
          .collect(
              toMap(
                  revision -> revision,
                  revision -> RequestValidator.builder().revision(revision).build()));

  @TestFactory
  Stream<DynamicTest> gives_exactly_the_expected_violations_in_order() {
    return ALL.stream().map(vector -> DynamicTest.dynamicTest(vector.name(), () -> check(vector)));
  }

  @TestFactory
  Stream<DynamicTest> every_rule_has_one_passing_and_two_failing_vectors_a_revision() {
    return ApiSpec.revisions().stream()
        .flatMap(
            revision ->
                Capabilities.of(revision).rules().stream()
                    .map(
                        rule ->
                            DynamicTest.dynamicTest(
                                revision + " " + rule, () -> checkCoverage(rule, revision))));
  }

  @TestFactory
  Stream<DynamicTest> no_vector_breaks_a_rule_that_the_revision_does_not_have() {
    return ALL.stream()
        .filter(Vector::fails)
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.name(),
                    () ->
                        assertThat(Capabilities.of(vector.revision()).rules())
                            .contains(vector.rule())));
  }

  private static void check(Vector vector) {
    var validator = Objects.requireNonNull(VALIDATORS.get(vector.revision()));

    var report = validator.validate(vector.body());

    assertThat(report.violations())
        .as("%s: %s", vector.name(), report)
        .map(VectorsTest::expected)
        .containsExactlyElementsOf(vector.expected());
    assertThat(report.valid())
        .isEqualTo(vector.expected().stream().noneMatch(e -> e.severity().equals("error")));
  }

  private static Expected expected(Violation violation) {
    return new Expected(violation.rule(), violation.severity().json(), violation.pointer());
  }

  private static void checkCoverage(String rule, String revision) {
    assertThat(ALL)
        .filteredOn(vector -> vector.rule().equals(rule) && vector.revision().equals(revision))
        .satisfies(
            vectors -> {
              assertThat(vectors).filteredOn(Vector::fails).hasSizeGreaterThanOrEqualTo(2);
              assertThat(vectors).filteredOn(vector -> !vector.fails()).isNotEmpty();
            });
  }
}
