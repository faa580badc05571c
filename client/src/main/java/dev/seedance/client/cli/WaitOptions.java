package dev.seedance.client.cli;

import dev.seedance.client.AwaitOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the sub-commands that wait for a video. */
final class WaitOptions {

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Longest wait for the video, such as 90s or 10m. Default: 600s")
  private Duration timeout = Duration.ofMinutes(10);

  @Option(
      names = "--poll-interval",
      paramLabel = "TIME",
      description =
          "Pause between two polls, such as 10s or 300ms. The first comes after 5s, or sooner if"
              + " this is shorter. Default: 10s, or none at a mock server with an automatic clock")
  private @Nullable Duration pollInterval;

  AwaitOptions awaitOptions() {
    AwaitOptions options = AwaitOptions.defaults().withTimeout(timeout);
    if (pollInterval == null) {
      return options;
    }
    Duration firstWait =
        pollInterval.compareTo(options.firstWait()) < 0 ? pollInterval : options.firstWait();
    return options.withInterval(pollInterval).withFirstWait(firstWait);
  }
}
