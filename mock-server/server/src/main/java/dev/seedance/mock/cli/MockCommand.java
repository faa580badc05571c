package dev.seedance.mock.cli;

import dev.seedance.mock.config.OptionSources;
import dev.seedance.mock.config.PrintedConfig;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.server.RunningServer;
import dev.seedance.mock.store.StoreException;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.tls.TlsException;
import dev.seedance.spec.cli.Program;
import dev.seedance.spec.cli.UsageErrors;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.security.Security;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code seedance mock}: runs the mock server until it is interrupted. */
public final class MockCommand implements Callable<Integer> {

  private static final Map<String, String> EXIT_CODES =
      new TreeMap<>(
          Map.of(
              "0",
              "stopped",
              "1",
              "the server can't start, or can't print its URL",
              "2",
              "wrong usage, or the store or the certificate can't be used",
              Integer.toString(ProgramFile.EXIT_CODE),
              "the server's jar was changed while it ran",
              Integer.toString(FullHeap.EXIT_CODE),
              "the heap is full"));

  /** Takes bytes even if the heap is full, which a writer can't. */
  private static final FileOutputStream STDERR = new FileOutputStream(FileDescriptor.err);

  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

  private static final String[] FOOTER = {
    "",
    "Prints one line with the base URL when it is ready. Then, in another terminal:",
    "  curl -H 'Authorization: Bearer any-key' -H 'Content-Type: application/json' \\",
    "    -d '{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse in a storm\"}' \\",
    "    http://127.0.0.1:8080/v1/videos/generations",
    "In a browser the same address shows the dashboard, with /docs the API reference."
  };

  private static final OptionSpec PRINT_CONFIG =
      OptionSpec.builder("--print-config")
          .type(boolean.class)
          .description(
              "Print the options as a YAML file, with the place that each value comes from, and exit."
                  + " Secrets are not shown.")
          .build();

  private final Collection<? extends Option<?>> all;
  private final OptionSpecs options;
  private final Map<String, String> environment;
  private final CommandLine line;

  private MockCommand(Collection<? extends Option<?>> all, Map<String, String> environment) {
    this.all = all;
    this.options = new OptionSpecs(all);
    this.environment = environment;
    var command = CommandSpec.wrapWithoutInspection(this).name("seedance mock").version(version());
    command
        .usageMessage()
        .description("Runs the mock server until it is interrupted (Ctrl-C).")
        .sortOptions(false)
        .showDefaultValues(true)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(EXIT_CODES)
        .footer(FOOTER);
    options.addTo(command);
    command.addOption(PRINT_CONFIG);
    command.mixinStandardHelpOptions(true);
    line =
        new CommandLine(command)
            .setParameterExceptionHandler(new UsageErrors())
            .setExecutionExceptionHandler(MockCommand::explain);
  }

  /**
   * Runs the command.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    setLibrariesUp();
    System.exit(Program.run(commandLine(), args, CommandLine.ExitCode.SOFTWARE));
  }

  /** Sets what the libraries of the server read, in a JVM of its own. */
  public static void setLibrariesUp() {
    System.setProperty(
        "org.jboss.logging.provider", "slf4j"); // Hibernate Validator logs a greeting there else
    Security.setProperty("networkaddress.cache.ttl", "0"); // a receiver's name is resolved anew
    Security.setProperty("networkaddress.cache.negative.ttl", "0"); // at each attempt
  }

  /** Creates the command. */
  public static CommandLine commandLine() {
    return commandLine(MockOptions.ALL, System.getenv());
  }

  static CommandLine commandLine(
      Collection<? extends Option<?>> options, Map<String, String> environment) {
    return new MockCommand(options, environment).line;
  }

  /**
   * Reads the options of a server inside another program. The environment is left alone, so that a
   * test is the same on every machine.
   *
   * @param arguments as on the command line
   * @throws IllegalArgumentException if an option is wrong; the message says what was expected
   */
  public static OptionValues read(String... arguments) {
    return read(MockOptions.ALL, Map.of(), arguments);
  }

  static OptionValues read(
      Collection<? extends Option<?>> options,
      Map<String, String> environment,
      String... arguments) {
    var command = new MockCommand(options, environment);
    try {
      command.line.parseArgs(arguments);
      return command.options();
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(UsageErrors.message(e), e);
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = line.getOut();
    ProgramFile program = ProgramFile.ofThisProcess();
    OptionValues given = options();
    if (line.getParseResult().hasMatchedOption(PRINT_CONFIG)) {
      out.print(PrintedConfig.of(all, sources(), given));
      return out.checkError() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }
    try (var mock = RunningServer.start(given, RealTime.ofThisMachine())) {
      URI tls = mock.tlsUrl();
      String ready =
          "seedance mock server ready at " + mock.baseUrl() + (tls == null ? "" : " and " + tls);
      given
          .get(MockOptions.LOG_FORMAT)
          .notice(RealTime.ofThisMachine(), ready)
          .forEach(out::println);
      if (out.checkError()) { // whoever waits for that line would wait for ever
        return CommandLine.ExitCode.SOFTWARE;
      }
      var stop = StopOnSignal.install(mock);
      try {
        watch(new FullHeap(), program, WatchedProcess.of(given.get(MockOptions.STOP_WITH_PROCESS)));
      } finally {
        stop.remove();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the usual end
    }
    return CommandLine.ExitCode.OK;
  }

  /** Waits for a reason to stop, then ends the process; an orderly end may hang. */
  private static void watch(FullHeap heap, StopReason... others) throws InterruptedException {
    try {
      while (!heap.holds()) {
        for (StopReason reason : others) {
          if (reason.holds()) {
            end(reason);
          }
        }
        RealTime.sleep(BETWEEN_CHECKS);
      }
      end(heap);
    } catch (OutOfMemoryError e) {
      end(heap);
    }
  }

  private static void end(StopReason reason) {
    try {
      STDERR.write(reason.advice());
    } catch (IOException e) {
      // nobody reads it
    } finally {
      Runtime.getRuntime().halt(reason.exitCode());
    }
  }

  private OptionValues options() {
    try {
      return RunningServer.requireStartable(OptionValues.read(all, sources()));
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line, e.getMessage(), e);
    }
  }

  private OptionSources sources() {
    return OptionSources.of(all, options.givenOn(line.getParseResult()), environment);
  }

  private static String version() {
    String version = MockCommand.class.getPackage().getImplementationVersion();
    return "seedance mock " + (version == null ? "(development)" : version);
  }

  private static int explain(Exception error, CommandLine line, CommandLine.ParseResult result) {
    line.getErr().println("seedance mock: " + error.getMessage());
    return error instanceof StoreException || error instanceof TlsException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }
}
