package dev.seedance.contract.verify.cli;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Settings;
import dev.seedance.contract.verify.checks.Checks;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.http.Requests;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that name the server and the checks. */
final class TargetOptions {

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the server answers, such as http://127.0.0.1:8080.")
  @Nullable URI baseUrl;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description = "The key to call with. Default: $SEEDANCE_API_KEY.")
  @Nullable String apiKey;

  @Option(
      names = "--other-api-key",
      paramLabel = "KEY",
      description =
          "The key of another account, which must not see the first one's tasks. Default:"
              + " $SEEDANCE_OTHER_API_KEY, or one that no server knows.")
  @Nullable String otherKey;

  @Option(
      names = "--allow-spend",
      description =
          "Also run the checks that submit tasks, which cost money, and those that store files and"
              + " assets, which stay. Without it they are skipped.")
  boolean allowSpend;

  @Option(
      names = "--only",
      paramLabel = "GROUP|ID",
      split = ",",
      description = "Groups or ids of checks, separated by commas. Default: all.")
  List<String> only = List.of();

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description =
          "Revision of the contract to hold the server to, or 'latest' for the newest."
              + " Default: ${DEFAULT-VALUE}.")
  String revision = ApiSpec.defaultRevision();

  @Option(
      names = "--vectors",
      paramLabel = "N",
      description = "Send at most N wrong requests a rule. Default: all there are, some 600.")
  int vectors = Integer.MAX_VALUE;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description =
          "How long to wait for the end of a task, an asset or a webhook: 90s, 10m. Default: 10m.")
  Duration timeout = Settings.DEFAULT_TIMEOUT;

  @Option(
      names = "--poll-interval",
      paramLabel = "DURATION",
      description =
          "How long to wait between two looks: 500ms, 5s. Default: 5s, and 50ms for a server that"
              + " calls itself a mock.")
  @Nullable Duration pollInterval;

  /** Returns all checks of the revision. */
  List<Check> checks(CommandLine line) {
    if (!revision.equals(ApiSpec.LATEST) && !ApiSpec.revisions().contains(revision)) {
      throw new ParameterException(
          line,
          "unknown --revision '%s'; known: %s, %s"
              .formatted(revision, String.join(", ", ApiSpec.revisions()), ApiSpec.LATEST));
    }
    if (vectors < 1) {
      throw new ParameterException(line, "--vectors is " + vectors + ", expected 1 or more");
    }
    List<Check> checks = Checks.of(revision, vectors);
    List<String> groups = checks.stream().map(Check::group).distinct().toList();
    for (String name : only) {
      if (!groups.contains(name) && checks.stream().noneMatch(check -> check.id().equals(name))) {
        throw new ParameterException(
            line,
            "--only '%s' is no group and no check; groups: %s; 'seedance verify --list' has the checks"
                .formatted(name, String.join(", ", groups)));
      }
    }
    return checks;
  }

  Settings settings(String key, String other, Settings.Webhooks webhooks, CommandLine line) {
    URI url = Objects.requireNonNull(baseUrl);
    HttpUrl address = HttpUrl.parse(url.toString());
    if (address == null || !Requests.canReach(address)) {
      throw new ParameterException(
          line, "--base-url is '%s', expected http://HOST[:PORT] or https://…".formatted(url));
    }
    requirePositive("--timeout", timeout, line);
    requirePositive("--poll-interval", pollInterval, line);
    return new Settings(
        url, key, other, allowSpend, only, revision, timeout, pollInterval, vectors, webhooks);
  }

  private static void requirePositive(String option, @Nullable Duration value, CommandLine line) {
    if (value != null && value.isZero()) {
      throw new ParameterException(line, option + " is 0, expected more, such as 5s");
    }
  }
}
