package dev.seedance.contract.verify.cli;

import dev.seedance.contract.verify.Settings;
import dev.seedance.spec.http.HttpUrl;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options for the way from the server to the receiver of webhooks. */
final class WebhookOptions {

  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--webhook-secret",
      paramLabel = "SECRET",
      description =
          "The account's webhook secret. Default: $SEEDANCE_WEBHOOK_SECRET; without it the"
              + " signatures are not checked, but for a mock with its default secret.")
  @Nullable String secret;

  @Option(
      names = "--callback-host",
      paramLabel = "ADDRESS",
      description = "The address that the receiver of webhooks listens on. Default: 127.0.0.1.")
  String host = Settings.Webhooks.LOCAL.host();

  @Option(
      names = "--callback-port",
      paramLabel = "PORT",
      description = "The port that it listens on. Default: a free one.")
  int port;

  @Option(
      names = "--callback-url",
      paramLabel = "URL",
      description =
          "The URL by which the server reaches the receiver, such as that of a tunnel. Needed where"
              + " the server is not on this machine.")
  @Nullable URI url;

  Settings.Webhooks settings(@Nullable String knownSecret, CommandLine line) {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          line, "--callback-port is %d, expected 0 to %d".formatted(port, MAX_PORT));
    }
    if (host.isBlank()) {
      throw new ParameterException(line, "--callback-host is empty, expected such as 127.0.0.1");
    }
    if (url != null && HttpUrl.parse(url.toString()) == null) {
      throw new ParameterException(
          line, "--callback-url is '%s', expected http://HOST[:PORT] or https://…".formatted(url));
    }
    return new Settings.Webhooks(host, port, url, knownSecret);
  }
}
