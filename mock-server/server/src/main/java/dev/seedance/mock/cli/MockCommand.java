package dev.seedance.mock.cli;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.clock.ClockSetting;
import dev.seedance.mock.limit.Rate;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code seedance mock}: runs the mock server until it is interrupted. */
public final class MockCommand implements Callable<Integer> {

  private static final Map<String, String> EXIT_CODES =
      new TreeMap<>(Map.of("0", "stopped", "1", "the server can't start", "2", "wrong usage"));

  private static final String[] FOOTER = {
    "",
    "Prints one line with the base URL when it is ready. Then, in another terminal:",
    "  curl -H 'Authorization: Bearer any-key' -H 'Content-Type: application/json' \\",
    "    -d '{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse in a storm\"}' \\",
    "    http://127.0.0.1:8080/v1/videos/generations",
    "In a browser the same address shows the dashboard, with /docs the API reference."
  };

  private final ServerOptions server = new ServerOptions();
  private final LimitOptions limits = new LimitOptions();
  private final BoundOptions bounds = new BoundOptions();
  private final CommandLine line;

  private MockCommand() {
    var command =
        CommandSpec.wrapWithoutInspection(this)
            .name("seedance mock")
            .versionProvider(new Version());
    command
        .usageMessage()
        .description("Runs the mock server until it is interrupted (Ctrl-C).")
        .sortOptions(false)
        .showDefaultValues(true)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(EXIT_CODES)
        .footer(FOOTER);
    server.addTo(command);
    limits.addTo(command);
    bounds.addTo(command);
    command
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
    line =
        new CommandLine(command)
            .registerConverter(ClockSetting.class, new Converter<>(ClockSetting::parse))
            .registerConverter(Rate.class, new Converter<>(Rate::parse))
            .setParameterExceptionHandler(new Explanation())
            .setExecutionExceptionHandler(new Failure());
  }

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
    new LoadingOfClasses().start();
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
    return new MockCommand().line;
  }

  @Override
  public Integer call() {
    PrintWriter out = line.getOut();
    try (var mock = MockServer.start(options())) {
      out.println("seedance mock server ready at " + mock.baseUrl());
      out.flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // which is how it ends
    }
    return CommandLine.ExitCode.OK;
  }

  private MockOptions options() {
    try {
      MockOptions.Builder builder = server.applyTo(MockOptions.builder());
      return bounds.applyTo(limits.applyTo(builder)).build();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line, e.getMessage(), e);
    }
  }

  // Classes of their own and no lambdas: the first one of a JVM takes long, and one of picocli's
  // interfaces would keep these, and all its converters, out of the class-data archive.

  private static final class LoadingOfClasses extends Thread {

    LoadingOfClasses() {
      super("loads-classes-while-options-are-read");
      setDaemon(true);
    }

    @Override
    public void run() {
      ApplicationContext.builder();
      ConversionService.SHARED.canConvert(String.class, Integer.class);
    }
  }

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
