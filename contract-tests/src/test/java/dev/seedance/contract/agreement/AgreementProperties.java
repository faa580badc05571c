package dev.seedance.contract.agreement;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.model.GenerationRequest;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.Vector;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * Validator, JSON Schema, mock and client give one verdict on a request, whatever it is, under
 * every revision.
 */
class AgreementProperties {

  /** Rules on members that the provider ignores, whatever their value. */
  private static final Set<String> IGNORED = Set.of("field.unknown", "field.not-on-model");

  /**
   * Vectors with longer bodies, in characters, are about that length; the mock has a test of it.
   */
  private static final int LONG = 1_000_000;

  private static List<Revision> revisions;

  @BeforeContainer
  static void start() {
    revisions = ApiSpec.revisions().stream().map(Revision::new).toList();
  }

  @AfterContainer
  static void stop() {
    revisions.forEach(Revision::close);
  }

  @Property(tries = 5_000, shrinking = ShrinkingMode.BOUNDED)
  void random_requests_get_one_verdict(@ForAll("bodies") String body) {
    for (Revision revision : revisions) {
      String localized = revision.localized(body);
      collect(requireAgreement(revision, localized), ClientModel.of(localized));
    }

    Statistics.label("verdict")
        .coverage(
            seen -> {
              seen.check("valid").percentage(share -> share > 10);
              seen.check("invalid").percentage(share -> share > 10);
            });
    Statistics.label("client")
        .coverage(seen -> seen.check("can say it").percentage(share -> share > 25));
  }

  /** No rule is left to chance: the vectors break each. */
  @Example
  void requests_of_the_vectors_get_one_verdict() {
    Set<String> broken = new HashSet<>();
    for (String body : bodiesOfVectors()) {
      revisions.forEach(revision -> broken.addAll(rules(requireAgreement(revision, body))));
    }
    assertThat(broken).containsAll(Rules.ids());
  }

  private static Set<String> bodiesOfVectors() {
    return Vector.all().stream()
        .map(vector -> new String(vector.body(), StandardCharsets.UTF_8))
        .filter(body -> body.length() < LONG)
        .collect(toSet());
  }

  @Provide
  Arbitrary<String> bodies() {
    return Requests.bodies();
  }

  private static ValidationReport requireAgreement(Revision revision, String body) {
    ValidationReport report = revision.rules().validate(body);
    boolean json = Rules.isJsonValue(report);
    Optional<GenerationRequest> said = json ? ClientModel.of(body) : Optional.empty();
    if (json) {
      boolean accepted = revision.rules().schemaAccepts(body);
      assertThat(Rules.schemaMaySay(accepted, report))
          .as("JSON Schema of %s accepts: %s; the validator says %s", revision, accepted, report)
          .isTrue();
    }
    said.ifPresent(request -> requireSameVerdict(revision, request, report));
    assertThat(
            said.isPresent()
                || !report.valid()
                || rules(report).stream().anyMatch(IGNORED::contains))
        .as("the client's model has words for every request that is valid")
        .isTrue();
    assertThat(said.map(revision::refusals).orElseGet(() -> revision.refusals(body)))
        .as("verdict of the mock of %s", revision)
        .containsExactlyInAnyOrderElementsOf(report.valid() ? List.of() : rules(report));
    return report;
  }

  private static void requireSameVerdict(
      Revision revision, GenerationRequest request, ValidationReport report) {
    String written = ClientModel.written(request).toString();
    assertThat(rules(revision.rules().validate(written)))
        .as("verdict on what the client sends for it")
        .containsExactlyInAnyOrderElementsOf(rules(report));
  }

  private static void collect(ValidationReport report, Optional<GenerationRequest> said) {
    Statistics.label("verdict").collect(report.valid() ? "valid" : "invalid");
    Statistics.label("client").collect(said.isPresent() ? "can say it" : "has no words for it");
  }

  private static List<String> rules(ValidationReport report) {
    return report.violations().stream().map(Violation::rule).toList();
  }
}
