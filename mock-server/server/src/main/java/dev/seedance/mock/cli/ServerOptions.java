package dev.seedance.mock.cli;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.cli.Options.Option;
import dev.seedance.mock.clock.ClockSetting;
import dev.seedance.mock.scenario.BuiltInScenarios;
import dev.seedance.spec.ApiSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Where the server listens, how its time flows, and what happens in it. */
final class ServerOptions {

  private final Options options = new Options();

  private final Option<Integer> port =
      options.one("--port", "PORT", Integer.class, 8080, "Port to bind; 0 picks a free one.");

  private final Option<String> host =
      options.one(
          "--host",
          "HOST",
          String.class,
          "127.0.0.1",
          "Address to bind. Anything but a loopback address lets other machines in.");

  private final Option<String> revision =
      options.one(
          "--revision",
          "R",
          String.class,
          ApiSpec.defaultRevision(),
          "Contract revision that requests are held to.");

  private final Option<ClockSetting> clock =
      options.one(
          "--clock",
          "CLOCK",
          ClockSetting.class,
          ClockSetting.REAL,
          "How time flows: real, xN (N times faster, such as x60), frozen, or auto (each poll moves"
              + " to the task's next event).");

  private final Option<Instant> clockStart =
      options.one(
          "--clock-start",
          "INSTANT",
          Instant.class,
          null,
          "First instant of every sandbox, such as 2026-01-01T00:00:00Z. Default: now.");

  private final Option<Long> seed =
      options.one("--seed", "N", Long.class, 0L, "What ids, durations and chance are drawn from.");

  private final Option<String> scenario =
      options.one(
          "--scenario",
          "NAME",
          String.class,
          BuiltInScenarios.DEFAULT,
          "Scenario of tasks that ask for none.");

  private final Option<List<String>> apiKeys =
      options.several(
          "--api-key",
          "KEY",
          "A key that is welcome; may be given more than once. Default: every key is.");

  private final Option<List<String>> webhookHosts =
      options.several(
          "--allow-webhook-host",
          "HOST",
          "A host beside this machine that webhooks may go to, exactly as in the URL; may be given"
              + " more than once. Default: loopback addresses only.");

  private final Option<Path> webhookCa =
      options.one(
          "--webhook-ca",
          "FILE",
          Path.class,
          null,
          "PEM file of certificates that https receivers of webhooks may have, beside those of"
              + " public authorities: a self-signed one, or that of your own authority.");

  void addTo(CommandSpec command) {
    options.addTo(command);
  }

  /**
   * Hands the options on.
   *
   * @throws IllegalArgumentException where the file of certificates can't be read
   */
  MockOptions.Builder applyTo(MockOptions.Builder builder) {
    builder
        .host(host.value())
        .port(port.value())
        .clock(clock.value())
        .clockStart(clockStart.given())
        .seed(seed.value())
        .apiKeys(apiKeys.value())
        .webhookHosts(webhookHosts.value())
        .revision(revision.value())
        .scenario(scenario.value());
    Path certificates = webhookCa.given();
    return certificates == null ? builder : builder.webhookCa(certificates);
  }
}
