package dev.seedance.client.cli;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.RequestCheck;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.SeedanceClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server is, who calls, and how long to wait: the same for every sub-command. */
final class ConnectionOptions {

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "The server. Default: the provider, https://toapis.com")
  private @Nullable String baseUrl;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description = "The API key. Default: the environment variable SEEDANCE_API_KEY")
  private @Nullable String apiKey;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Longest wait for the video, such as 90s or 10m. Default: 600s")
  private Duration timeout = Duration.ofMinutes(10);

  @Option(
      names = "--poll-interval",
      paramLabel = "TIME",
      description = "Pause between two looks, such as 10s or 300ms. Default: 10s")
  private Duration pollInterval = Duration.ofSeconds(10);

  SeedanceClient client() {
    // The command has checked the request already, against the revision that the user wants.
    SeedanceClientBuilder builder = SeedanceClient.builder().requestCheck(RequestCheck.none());
    if (baseUrl != null) {
      builder.baseUrl(baseUrl);
    }
    if (apiKey != null) {
      builder.apiKey(apiKey);
    }
    return builder.build();
  }

  /** The command that fetches the video of a task from this server. It never shows the key. */
  String downloadCommand(String id, @Nullable Path out) {
    var words = new ArrayList<>(List.of("seedance", "download", id));
    if (out != null) {
      words.addAll(List.of("--out", out.toString()));
    }
    if (baseUrl != null) {
      words.addAll(List.of("--base-url", baseUrl));
    }
    return words.stream()
        .map(word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word + "'")
        .collect(Collectors.joining(" "));
  }

  AwaitOptions awaitOptions() {
    AwaitOptions options = AwaitOptions.defaults();
    Duration firstWait =
        pollInterval.compareTo(options.firstWait()) < 0 ? pollInterval : options.firstWait();
    return options.withTimeout(timeout).withInterval(pollInterval).withFirstWait(firstWait);
  }
}
