package dev.seedance.validator.cli;

import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.cli.NetworkOptions;
import dev.seedance.spec.cli.Program;
import dev.seedance.spec.cli.SizeConverter;
import dev.seedance.spec.cli.UsageErrors;
import dev.seedance.spec.text.Printable;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Rule;
import dev.seedance.validator.Severity;
import dev.seedance.validator.internal.Messages;
import dev.seedance.validator.media.MediaRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command {@code seedance validate}: checks files, folders and standard input.
 *
 * <p>Exit codes: 0 all valid, 1 something invalid, 2 wrong usage, input that can't be read or
 * checked, or lost output.
 */
@Command(
    name = "seedance validate",
    description = "Checks generation requests before they cost money.",
    mixinStandardHelpOptions = true,
    versionProvider = ValidateCommand.Version.class,
    sortOptions = false,
    exitCodeOnExecutionException = 70, // a bug of ours, and no verdict
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every request is valid, with --revision all under every revision",
      "1:a request is invalid",
      "2:wrong usage, input that can't be read or checked, or output that can't be written"
    },
    footer = {
      "",
      "  seedance validate request.json                   one file, for people",
      "  seedance validate --warnings-as-errors requests  all *.json of a folder, for CI",
      "  seedance validate --revision all requests        which revision takes what",
      "  seedance validate --format json - < request.json one JSON object, for programs",
      "  seedance validate --media request.json clip.mp4  the media files too, and a file alone",
      "",
      NetworkOptions.HELP
    })
public final class ValidateCommand implements Callable<Integer> {

  private static final String ALL = "all";
  private static final int INVALID = 1;
  private static final int UNREADABLE = 2;

  /** No array of Java is longer. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private enum Format {
    text,
    json
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description =
          "Revision of the contract, such as 2026-08, latest, or all for a table of every revision."
              + " Default: ${DEFAULT-VALUE}.")
  private String revision = ApiSpec.defaultRevision();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description =
          "text for people, json for programs: one object a file and line. Default: text.",
      defaultValue = "text")
  private Format format = Format.text;

  @Option(
      names = "--max-body",
      paramLabel = "SIZE",
      description = "Largest request that is read, such as 100MiB. Default: 64MiB, our own limit.",
      converter = SizeConverter.class)
  private @Nullable Long maxBody;

  @Option(names = "--warnings-as-errors", description = "Exit with 1 for warnings too.")
  private boolean warningsAsErrors;

  @Option(
      names = {"--lang", "--locale"},
      paramLabel = "LANGUAGE",
      description = "Language of messages: en or zh. Default: that of the system.")
  private @Nullable Locale language;

  @Option(names = "--list-rules", description = "List every rule and stop.")
  private boolean listRules;

  @Mixin private MediaOptions media = new MediaOptions();

  @Parameters(
      paramLabel = "FILE|DIR|-",
      arity = "0..*",
      description = "Requests: files, folders with *.json files, or - for standard input.")
  private List<String> inputs = new ArrayList<>();

  private final InputStream stdin;

  /** Reads the given stream for {@code -}. */
  ValidateCommand(InputStream stdin) {
    this.stdin = stdin;
  }

  /**
   * Runs the command and ends the JVM with its exit code.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Program.run(commandLine(System.in), args, UNREADABLE));
  }

  /**
   * Creates the command.
   *
   * @param stdin the standard input, for the argument {@code -}
   */
  public static CommandLine commandLine(InputStream stdin) {
    return new CommandLine(new ValidateCommand(stdin))
        .registerConverter(Locale.class, ValidateCommand::language)
        .setParameterExceptionHandler(new UsageErrors());
  }

  private static Locale language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (!Messages.speak(locale)) {
      throw new TypeConversionException("'%s' is no language; expected en or zh".formatted(tag));
    }
    return locale;
  }

  @Override
  public Integer call() throws IOException {
    if (listRules) {
      listRules();
      return 0;
    }
    if (inputs.isEmpty()) {
      if (Terminal.isInteractive()) {
        throw new ParameterException(
            commandLine(), "nothing to validate: name files or folders, or - for standard input");
      }
      inputs = List.of("-");
    }
    quietEngine();
    return validateAll(revisions().stream().map(this::validator).toList());
  }

  private Output output(List<RequestValidator> validators) {
    PrintWriter out = commandLine().getOut();
    if (format == Format.json) {
      return new JsonOutput(out, revision.equals(ALL));
    }
    var colors = new Colors(Ansi.AUTO.enabled());
    return revision.equals(ALL)
        ? new TableOutput(out, colors, ApiSpec.revisions())
        : new TextOutput(out, colors, validators.get(0).capabilities());
  }

  private int validateAll(List<RequestValidator> validators) throws IOException {
    Output output = output(validators);
    var check = new InputCheck(validators, media.preflight(commandLine(), language));
    var tally = new Tally();
    for (Input input : Input.expand(inputs, stdin)) {
      try {
        tally.add(check.report(input, output));
      } catch (IOException e) {
        skip("can't read", input, Input.reason(e), tally);
      } catch (RuntimeException | StackOverflowError e) { // one request never ends a run over many
        skip("can't check", input, "a fault of this program, please report it: " + e, tally);
      }
    }
    output.summary(tally);
    commandLine().getOut().flush();
    return exitCode(tally);
  }

  private void skip(String failure, Input input, String reason, Tally tally) {
    tally.addUnreadable();
    PrintWriter err = commandLine().getErr();
    err.println(Printable.line("%s %s: %s".formatted(failure, input.name(), reason)));
    err.flush();
  }

  private int exitCode(Tally tally) {
    if (tally.unreadable() > 0) {
      return UNREADABLE;
    }
    boolean failed = tally.invalid() > 0 || (warningsAsErrors && tally.warnings() > 0);
    return failed ? INVALID : 0;
  }

  private List<String> revisions() {
    if (revision.equals(ALL)) {
      return ApiSpec.revisions();
    }
    if (revision.isEmpty()) { // which scripts pass if they have none to ask for
      return List.of(ApiSpec.defaultRevision());
    }
    try {
      return List.of(ApiSpec.revision(revision));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), e.getMessage() + ", " + ALL);
    }
  }

  private RequestValidator validator(String name) {
    var builder = RequestValidator.builder().revision(name);
    if (maxBody != null) {
      builder.maxBodyBytes((int) Math.min(maxBody, MOST_BYTES));
    }
    if (language != null) {
      builder.locale(language);
    }
    return builder.build();
  }

  private void listRules() {
    PrintWriter out = commandLine().getOut();
    for (Rule rule : Rule.values()) {
      out.printf("%-8s %s%n", rule.severity().json(), rule.id());
    }
    ApiSpec.revisions().stream()
        .flatMap(known -> Capabilities.of(known).tableMembers().stream())
        .flatMap(row -> row.rules().stream())
        .distinct()
        .forEach(rule -> out.printf("%-8s %s%n", Severity.ERROR.json(), rule));
    for (MediaRule rule : MediaRule.values()) {
      out.printf("%-8s %s%n", Severity.WARNING.json(), rule.id());
    }
    out.flush();
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("run the command through picocli");
    }
    return spec.commandLine();
  }

  /** Silences the greeting of the engine, which goes to standard error. */
  private static void quietEngine() {
    ENGINE_LOGGER.setLevel(Level.WARNING);
  }

  /** Held, so that the level is not collected with the logger. */
  private static final Logger ENGINE_LOGGER = Logger.getLogger("org.hibernate.validator");

  /** Reads the version from the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ValidateCommand.class.getPackage().getImplementationVersion();
      return new String[] {"seedance validate " + (version == null ? "(development)" : version)};
    }
  }
}
