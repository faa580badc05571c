package dev.seedance.contract.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.verify.checks.Checks;
import dev.seedance.spec.ApiSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that does one thing wrong is caught by the check that is meant for it, and by no other.
 */
class BrokenServersTest {

  /** Checks that send ten megabytes or have a video drawn; they run if they are meant to fail. */
  private static final Set<String> SLOW =
      Set.of("uploads.image-too-large", "errors.too-large", "lifecycle.download");

  private static final String NEWEST = ApiSpec.revision(ApiSpec.LATEST);

  private static VerifiedMock mock;
  private static VerifiedMock newest;

  @BeforeAll
  static void start() {
    mock = new VerifiedMock(ApiSpec.defaultRevision());
    newest = new VerifiedMock(NEWEST);
  }

  @AfterAll
  static void stop() {
    mock.close();
    newest.close();
  }

  static Stream<BrokenServer> servers() {
    return Stream.of(
            BrokenCalls.auth(),
            BrokenCalls.errors(),
            BrokenLimits.all(),
            BrokenTasks.lives(),
            BrokenTasks.ends(),
            BrokenIds.all(),
            BrokenFiles.assets(),
            BrokenFiles.uploads(),
            BrokenWebhooks.events(),
            BrokenWebhooks.retries())
        .flatMap(List::stream);
  }

  static Stream<BrokenServer> newerServers() {
    return BrokenPrices.all().stream();
  }

  static Stream<BrokenServer> wrongVerdicts() {
    return BrokenFiles.verdicts().stream();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void is_caught(BrokenServer server) {
    requireCaught(server, mock, ApiSpec.defaultRevision());
  }

  @ParameterizedTest
  @MethodSource("newerServers")
  void is_caught_in_the_newest_revision(BrokenServer server) {
    requireCaught(server, newest, NEWEST);
  }

  private static void requireCaught(BrokenServer server, VerifiedMock verified, String revision) {
    List<String> checks =
        Checks.of(revision, 1).stream()
            .filter(check -> !check.group().equals("validation")) // has servers of its own
            .map(Check::id)
            .filter(id -> !SLOW.contains(id) || server.caughtBy().contains(id))
            .toList();
    requireCaught(server, verified.verify(server.calls(), server.webhooks(), 1, checks));
  }

  @ParameterizedTest
  @MethodSource("wrongVerdicts")
  void a_wrong_verdict_is_caught(BrokenServer server) {
    requireCaught(server, mock.verify(server.calls(), server.webhooks(), 5, List.of("validation")));
  }

  @Test
  void names_differ() {
    List<String> names =
        Stream.of(servers(), newerServers(), wrongVerdicts())
            .flatMap(all -> all)
            .map(BrokenServer::name)
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  private static void requireCaught(BrokenServer server, Report report) {
    Set<String> failed =
        report.results().stream()
            .filter(Result::failed)
            .map(result -> result.check().id())
            .collect(Collectors.toCollection(TreeSet::new));
    String said = String.join("\n", WholeMockTest.failures(report));
    if (server.knocksOn()) {
      assertThat(failed).as(said).containsAll(server.caughtBy());
    } else {
      assertThat(failed).as(said).containsExactlyInAnyOrderElementsOf(server.caughtBy());
    }
  }
}
