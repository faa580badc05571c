package dev.seedance.client.cli;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.ProgressListener;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.SeedanceClientBuilder;
import java.time.Duration;
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
    SeedanceClientBuilder builder = SeedanceClient.builder().generateBusinessIds(true);
    if (baseUrl != null) {
      builder.baseUrl(baseUrl);
    }
    if (apiKey != null) {
      builder.apiKey(apiKey);
    }
    return builder.build();
  }

  AwaitOptions awaitOptions(ProgressListener listener) {
    AwaitOptions options = AwaitOptions.defaults();
    Duration firstWait =
        pollInterval.compareTo(options.firstWait()) < 0 ? pollInterval : options.firstWait();
    return options
        .withTimeout(timeout)
        .withInterval(pollInterval)
        .withFirstWait(firstWait)
        .withListener(listener);
  }
}
