package dev.seedance.contract.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.model.GenerationRequest;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Validator, JSON Schema, mock and client give one verdict on a request, whatever it is, under
 * every revision.
 */
class AgreementProperties {

  /** Rules on members that the provider ignores, whatever their value. */
  private static final Set<String> IGNORED = Set.of("field.unknown", "field.not-on-model");

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
  @StatisticsReport(label = "rule", value = StatisticsReport.StatisticsReportMode.OFF)
  void all_give_one_verdict(@ForAll("bodies") String body) {
    revisions.forEach(revision -> requireAgreement(revision, revision.localized(body)));

    Statistics.label("rule")
        .coverage(seen -> Rules.ids().forEach(rule -> seen.check(rule).count(times -> times > 0)));
    Statistics.label("verdict")
        .coverage(
            seen -> {
              seen.check("valid").percentage(share -> share > 15);
              seen.check("invalid").percentage(share -> share > 15);
            });
    Statistics.label("client")
        .coverage(seen -> seen.check("can say it").percentage(share -> share > 25));
  }

  @Provide
  Arbitrary<String> bodies() {
    return Requests.bodies();
  }

  private static void requireAgreement(Revision revision, String body) {
    ValidationReport report = revision.rules().validate(body);
    Optional<GenerationRequest> said = ClientModel.of(body);
    collect(report, said);

    if (Rules.isJsonValue(report)) {
      assertThat(revision.rules().schemaAccepts(body))
          .as("verdict of the JSON Schema of %s, where the validator says %s", revision, report)
          .isEqualTo(Rules.schemaShouldAccept(report));
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
    rules(report).stream().distinct().forEach(Statistics.label("rule")::collect);
  }

  private static List<String> rules(ValidationReport report) {
    return report.violations().stream().map(Violation::rule).toList();
  }
}
