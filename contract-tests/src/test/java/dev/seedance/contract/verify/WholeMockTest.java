package dev.seedance.contract.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.verify.Result.Failed;
import dev.seedance.contract.verify.checks.Checks;
import dev.seedance.spec.ApiSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mock as it is passes, with every vector, in every revision. */
class WholeMockTest {

  static Stream<String> revisions() {
    return ApiSpec.revisions().stream();
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void passes_every_check(String revision) {
    try (var mock = new VerifiedMock(revision)) {
      Report report = mock.verify(Breakage.NONE, Breakage.NONE, Integer.MAX_VALUE, List.of());
      assertThat(failures(report)).isEmpty();
      assertThat(report.results())
          .hasSameSizeAs(Checks.of(revision, 1))
          .filteredOn(Result::skipped)
          .extracting(result -> result.check().id())
          .containsExactly("auth.unknown-key");
    }
  }

  static List<String> failures(Report report) {
    return report.results().stream()
        .filter(Result::failed)
        .map(result -> result.check().id() + ": " + ((Failed) result.verdict()).failure())
        .toList();
  }
}
