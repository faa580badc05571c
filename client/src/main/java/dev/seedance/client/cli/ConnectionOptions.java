package dev.seedance.client.cli;

import dev.seedance.client.RequestCheck;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.SeedanceClientBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the server and the key, which every sub-command has. */
final class ConnectionOptions {

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "The server. Default: the environment variable SEEDANCE_BASE_URL, else the provider,"
              + " https://toapis.com")
  private @Nullable String baseUrl;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description = "The API key. Default: the environment variable SEEDANCE_API_KEY")
  private @Nullable String apiKey;

  SeedanceClient client() {
    // The command has checked the request already, against the revision that the user wants.
    SeedanceClientBuilder builder = SeedanceClient.builder().requestCheck(RequestCheck.none());
    if (baseUrl != null) {
      builder.baseUrl(baseUrl);
    }
    if (apiKey == null || apiKey.isBlank()) {
      throw new IllegalStateException(
          "no API key: set SEEDANCE_API_KEY or give --api-key (the mock server takes any)");
    }
    builder.apiKey(apiKey);
    return builder.build();
  }

  /**
   * Returns the command that fetches the video of a task from this server. It never shows the key.
   */
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
}
