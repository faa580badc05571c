package dev.seedance.mock.cli;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.clock.ClockSetting;
import dev.seedance.mock.limit.Rate;
import dev.seedance.mock.scenario.BuiltInScenarios;
import dev.seedance.spec.ApiSpec;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code seedance mock}: runs the mock server until it is interrupted. */
@Command(
    name = "seedance mock",
    description = "Runs the mock server until it is interrupted (Ctrl-C).",
    mixinStandardHelpOptions = true,
    versionProvider = MockCommand.Version.class,
    sortOptions = false,
    showDefaultValues = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:stopped", "1:the server can't start", "2:wrong usage"},
    footer = {
      "",
      "Prints one line with the base URL when it is ready. Then, in another terminal:",
      "  curl -H 'Authorization: Bearer any-key' -H 'Content-Type: application/json' \\",
      "    -d '{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse in a storm\"}' \\",
      "    http://127.0.0.1:8080/v1/videos/generations",
      "In a browser the same address shows the dashboard, with /docs the API reference."
    })
public final class MockCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "PORT", description = "Port to bind; 0 picks a free one.")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to bind. Anything but a loopback address lets other machines in.")
  private String host = "127.0.0.1";

  @Option(
      names = "--revision",
      paramLabel = "R",
      description = "Contract revision that requests are held to.")
  private String revision = ApiSpec.defaultRevision();

  @Option(
      names = "--clock",
      paramLabel = "CLOCK",
      description =
          "How time flows: real, xN (N times faster, such as x60), frozen, or auto (each poll moves"
              + " to the task's next event).")
  private ClockSetting clock = ClockSetting.REAL;

  @Option(
      names = "--clock-start",
      paramLabel = "INSTANT",
      description = "First instant of every sandbox, such as 2026-01-01T00:00:00Z. Default: now.")
  private @Nullable Instant clockStart;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What ids, durations and chance are drawn from.")
  private long seed;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Scenario of tasks that ask for none.")
  private String scenario = BuiltInScenarios.DEFAULT;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      showDefaultValue = Visibility.NEVER,
      description = "A key that is welcome; may be given more than once. Default: every key is.")
  private List<String> apiKeys = List.of();

  @Option(
      names = "--allow-webhook-host",
      paramLabel = "HOST",
      showDefaultValue = Visibility.NEVER,
      description =
          "A host beside this machine that webhooks may go to, exactly as in the URL; may be given"
              + " more than once. Default: loopback addresses only.")
  private List<String> webhookHosts = List.of();

  @Option(
      names = "--webhook-ca",
      paramLabel = "FILE",
      description =
          "PEM file of certificates that https receivers of webhooks may have, beside those of"
              + " public authorities: a self-signed one, or that of your own authority.")
  private @Nullable Path webhookCa;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /**
   * Runs the command.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    prepare();
    System.exit(commandLine().execute(args));
  }

  /** What {@link Rehearsal} does too, so that the class-data archive has its classes. */
  static void prepare() {
    logWarningsOnly();
    leaveOutFlightRecorder();
    Thread loading =
        new Thread(ApplicationContext::builder, "loads-classes-while-options-are-read");
    loading.setDaemon(true);
    loading.start();
  }

  private static void logWarningsOnly() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.setProperty( // it blames the port for everything; our own message says what is wrong
        "org.slf4j.simpleLogger.log.io.micronaut.http.server.netty.NettyHttpServer", "off");
    System.setProperty(
        "org.jboss.logging.provider", "slf4j"); // Hibernate Validator greets on the JDK's logger
  }

  /**
   * Netty and Micronaut bring events for Java Flight Recorder; making them takes a seventh of the
   * processor time up to the first answer. A recorder that is started with the JVM works all the
   * same.
   */
  private static void leaveOutFlightRecorder() {
    if (System.getProperty("jfr.unsupported.vm") == null) {
      System.setProperty("jfr.unsupported.vm", "true");
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new MockCommand())
        .registerConverter(ClockSetting.class, new Converter<>(ClockSetting::parse))
        .registerConverter(Rate.class, new Converter<>(Rate::parse))
        .setParameterExceptionHandler(new Explanation())
        .setExecutionExceptionHandler(new Failure());
  }

  @Override
  public Integer call() {
    PrintWriter out = line().getOut();
    try (var server = MockServer.start(options())) {
      out.println("seedance mock server ready at " + server.baseUrl());
      out.flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // which is how it ends
    }
    return CommandLine.ExitCode.OK;
  }

  private MockOptions options() {
    var options =
        MockOptions.builder()
            .host(host)
            .port(port)
            .clock(clock)
            .clockStart(clockStart)
            .seed(seed)
            .apiKeys(apiKeys)
            .webhookHosts(webhookHosts)
            .revision(revision)
            .scenario(scenario);
    try {
      if (webhookCa != null) {
        options.webhookCa(webhookCa);
      }
      return limits.applyTo(options).build();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line(), e.getMessage(), e);
    }
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  // Classes of their own and no lambdas, which would keep picocli's interfaces, and all its
  // converters, out of the class-data archive.

  private record Converter<T>(Function<String, T> parse) implements CommandLine.ITypeConverter<T> {
    @Override
    public T convert(String text) {
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  /** Says what is wrong and where help is; the whole help would push that off the screen. */
  private static final class Explanation implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] ignored) {
      CommandLine line = wrong.getCommandLine();
      line.getErr().println(wrong.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
      line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
      return CommandLine.ExitCode.USAGE;
    }
  }

  private static final class Failure implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception e, CommandLine line, CommandLine.ParseResult ignored) {
      line.getErr().println("seedance mock: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = MockCommand.class.getPackage().getImplementationVersion();
      return new String[] {"seedance mock " + (version == null ? "(development)" : version)};
    }
  }
}
