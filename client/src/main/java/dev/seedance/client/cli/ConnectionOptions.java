package dev.seedance.client.cli;

import dev.seedance.client.RequestCheck;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.SeedanceClientBuilder;
import dev.seedance.client.internal.Connections;
import dev.seedance.spec.cli.NetworkOptions;
import dev.seedance.spec.http.RemoteFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of the server and the key, which every sub-command has. */
final class ConnectionOptions {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

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

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  SeedanceClient client() {
    return client(UnaryOperator.identity());
  }

  /** Returns a client with settings of a command's own. */
  SeedanceClient client(UnaryOperator<SeedanceClientBuilder> further) {
    // The command has checked the request already, against the revision that the user wants.
    SeedanceClientBuilder builder =
        SeedanceClient.builder()
            .requestCheck(RequestCheck.none())
            .httpClient(
                network.client(Connections.settings(CONNECT_TIMEOUT), root().environment()));
    if (baseUrl != null) {
      builder.baseUrl(baseUrl);
    }
    if (apiKey == null || apiKey.isBlank()) {
      throw new IllegalStateException(
          "no API key: set SEEDANCE_API_KEY or give --api-key (the mock server takes any)");
    }
    builder.apiKey(apiKey);
    return further.apply(root().settings().apply(builder)).build();
  }

  /** Returns the address of the server; null if the user leaves it to the program. */
  @Nullable String baseUrl() {
    return baseUrl;
  }

  /** Returns the way to files of other servers, which the key does not go to. */
  RemoteFiles remoteFiles() {
    return network.remoteFiles(root().environment());
  }

  private SeedanceCommand root() {
    CommandSpec spec = Objects.requireNonNull(command, "picocli sets it");
    return (SeedanceCommand) spec.root().userObject();
  }

  /**
   * Returns the command that fetches the video of a task from this server. It never shows the key.
   */
  String downloadCommand(String id, @Nullable Path out) {
    var words = new ArrayList<>(List.of("seedance", "download"));
    if (!id.startsWith("-")) {
      words.add(id);
    }
    if (out != null) {
      words.addAll(List.of("--out", out.toString()));
    }
    if (baseUrl != null) {
      words.addAll(List.of("--base-url", baseUrl));
    }
    if (network.ca() != null) {
      words.addAll(List.of("--ca", network.ca().toString()));
    }
    if (id.startsWith("-")) {
      words.addAll(List.of("--", id)); // what follows -- is no option
    }
    return ShellCommand.of(words);
  }
}
