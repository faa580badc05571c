package dev.seedance.contract.verify.cli;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.KeyRefusedException;
import dev.seedance.contract.verify.Report;
import dev.seedance.contract.verify.Settings;
import dev.seedance.contract.verify.Time;
import dev.seedance.contract.verify.Verification;
import dev.seedance.contract.verify.exchange.Http;
import dev.seedance.contract.verify.report.JunitReport;
import dev.seedance.contract.verify.report.TextReport;
import dev.seedance.spec.cli.ConnectionFault;
import dev.seedance.spec.cli.DurationConverter;
import dev.seedance.spec.cli.NetworkOptions;
import dev.seedance.spec.cli.Program;
import dev.seedance.spec.cli.UsageErrors;
import dev.seedance.spec.text.PastedText;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code seedance verify}: holds any server to the contract.
 *
 * <p>Exit codes: 0 no check failed, 1 one did, 2 wrong usage, no server or lost output.
 */
@Command(
    name = "seedance verify",
    description = "Holds any server to the contract.",
    mixinStandardHelpOptions = true,
    versionProvider = VerifyCommand.Version.class,
    sortOptions = false,
    exitCodeOnExecutionException = 70, // a bug of ours, and no verdict
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no check failed; some may be skipped, which is said",
      "1:a check failed",
      "2:wrong usage, no response from the URL, the key is refused, or output that can't be written"
    },
    footer = {
      "",
      NetworkOptions.HELP,
      "",
      "Try it on the mock:",
      "  seedance mock --clock auto &",
      "  seedance verify --base-url http://127.0.0.1:8080 --api-key any --allow-spend"
    })
public final class VerifyCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int UNREACHABLE = 2;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private TargetOptions target = new TargetOptions();

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Mixin private WebhookOptions webhooks = new WebhookOptions();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write the results as JUnit XML, for CI servers.")
  private @Nullable Path report;

  @Option(names = "--list", description = "List the checks, what each costs and states; then stop.")
  private boolean list;

  private final Map<String, String> environment;
  private final Time time;

  VerifyCommand(Map<String, String> environment, Time time) {
    this.environment = environment;
    this.time = time;
  }

  /**
   * Runs the command and ends the JVM with its exit code. Ctrl-C ends the run with a report of the
   * checks so far.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    // No logging back end travels with the command, and none is missed.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Interruption interruption = Interruption.of(Thread.currentThread());
    int exitCode;
    try {
      exitCode = Program.run(commandLine(System.getenv(), Time.real()), args, UNREACHABLE);
    } finally {
      interruption.over();
    }
    System.exit(exitCode);
  }

  /**
   * Creates the command.
   *
   * @param environment the environment variables, which give options their defaults
   * @param time the time in which the command waits
   */
  public static CommandLine commandLine(Map<String, String> environment, Time time) {
    return new CommandLine(new VerifyCommand(environment, time))
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(new UsageErrors());
  }

  @Override
  public Integer call() {
    List<Check> checks = target.checks(line());
    if (list) {
      new CheckList(line().getOut()).print(checks);
      return 0;
    }
    Settings settings = settings();
    requireWritableReport();
    long selected = checks.stream().filter(settings::selects).count();
    var http = new Http(settings.baseUrl(), httpClient());
    Report result;
    try (var progress = Progress.of(line().getErr(), Ansi.AUTO.enabled(), selected)) {
      result = new Verification(settings, checks, http, time, progress).run();
    } catch (KeyRefusedException e) {
      return refused(settings, e);
    } catch (IOException e) {
      return unreachable(settings, e);
    }
    boolean interrupted = Thread.interrupted(); // an interrupted thread can't write files
    new TextReport(line().getOut(), text -> paint("green", text), text -> paint("red", text))
        .write(result);
    boolean written = writeJunit(result);
    if (interrupted) {
      warn("interrupted: tasks that were submitted go on, and are charged for");
    }
    return written && !interrupted ? (result.passed() ? 0 : FAILED) : UNREACHABLE;
  }

  private HttpClient httpClient() {
    try {
      return network.client(Http.clientBuilder(), environment);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private Settings settings() {
    if (target.baseUrl == null) {
      throw usage("--base-url is missing; name the server, such as http://127.0.0.1:8080");
    }
    String key = orFromEnvironment(target.apiKey, "SEEDANCE_API_KEY", "");
    if (key.isBlank()) {
      throw usage("no API key; give --api-key, or set SEEDANCE_API_KEY. A mock takes any");
    }
    String other =
        orFromEnvironment(target.otherKey, "SEEDANCE_OTHER_API_KEY", Settings.DEFAULT_OTHER_KEY);
    String secret = orFromEnvironment(webhooks.secret, "SEEDANCE_WEBHOOK_SECRET", "");
    return target.settings(
        key, other, webhooks.settings(secret.isBlank() ? null : secret, line()), line());
  }

  /**
   * Returns an option or a variable, without what a file has around it; an empty variable, as CI
   * servers set it, counts as unset.
   */
  private String orFromEnvironment(@Nullable String option, String variable, String otherwise) {
    if (option != null) {
      return PastedText.trimmed(option);
    }
    String value = PastedText.trimmed(environment.getOrDefault(variable, ""));
    return value.isBlank() ? otherwise : value;
  }

  private void requireWritableReport() {
    Path folder = report == null ? null : report.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw usage("--report %s: there is no folder %s".formatted(report, folder));
    }
  }

  private boolean writeJunit(Report result) {
    if (report == null) {
      return true;
    }
    try (OutputStream out = Files.newOutputStream(report)) {
      JunitReport.write(result, out);
      return true;
    } catch (IOException e) {
      warn("can't write %s: %s".formatted(report, e));
      return false;
    }
  }

  private int refused(Settings settings, KeyRefusedException e) {
    warn(
        """
        %s refuses the API key (HTTP %d), so nothing was verified.
        Give one that it knows by --api-key or SEEDANCE_API_KEY."""
            .formatted(settings.baseUrl(), e.status()));
    return UNREACHABLE;
  }

  private int unreachable(Settings settings, IOException e) {
    if (Thread.interrupted()) {
      warn("interrupted before anything was verified");
      return UNREACHABLE;
    }
    warn(
        """
        no response from %s, so nothing was verified:
        %s"""
            .formatted(
                settings.baseUrl(),
                ConnectionFault.of(e).map(ConnectionFault::words).orElse(e.toString())));
    return UNREACHABLE;
  }

  private void warn(String message) {
    line().getErr().println("seedance verify: " + message);
    line().getErr().flush();
  }

  private ParameterException usage(String message) {
    return new ParameterException(line(), message);
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private static String paint(String color, String text) {
    return Ansi.AUTO.enabled() ? Ansi.AUTO.string("@|" + color + " " + text + "|@") : text;
  }

  /** Reads the version from the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = VerifyCommand.class.getPackage().getImplementationVersion();
      return new String[] {"seedance verify " + (version == null ? "(development)" : version)};
    }
  }
}
