package dev.seedance.spec.cli;

import dev.seedance.spec.text.NearestName;
import dev.seedance.spec.text.ShownText;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with the arguments of a command and where its help is, and exits with 2. The
 * whole help would push the message off the screen.
 */
public final class UsageErrors implements IParameterExceptionHandler {

  private static final int MOST_SHOWN = 200;

  private static final String WHOLE_NUMBER = "a whole number up to " + Integer.MAX_VALUE;
  private static final String LONG_NUMBER = "a whole number up to " + Long.MAX_VALUE;
  private static final String TRUTH = "true or false";

  /** Expected values, by types whose values picocli refuses in words of Java. */
  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          int.class, WHOLE_NUMBER,
          Integer.class, WHOLE_NUMBER,
          long.class, LONG_NUMBER,
          Long.class, LONG_NUMBER,
          boolean.class, TRUTH,
          Boolean.class, TRUTH,
          URI.class, "a URL such as http://127.0.0.1:8080",
          Path.class, "the name of a file");

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    command.getErr().println(message(error));
    if (!isUnknownOption(error)) {
      UnmatchedArgumentException.printSuggestions(error, command.getErr());
    }
    command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** Returns what is wrong, and for an unknown option which one may be meant. */
  public static String message(ParameterException error) {
    if (isUnknownOption(error)) {
      String first = ((UnmatchedArgumentException) error).getUnmatched().get(0);
      Set<String> known = error.getCommandLine().getCommandSpec().optionsMap().keySet();
      return error.getMessage() + NearestName.question(first.replaceFirst("=.*", ""), known);
    }
    ArgSpec argument = error.getArgSpec();
    String expected =
        argument == null || argument.converters().length > 0 // which says it better
            ? null
            : EXPECTED.get(type(argument));
    return expected == null || error.getValue() == null
        ? String.valueOf(error.getMessage())
        : "%s: '%s' is not valid; expected %s"
            .formatted(name(argument), ShownText.plain(error.getValue(), MOST_SHOWN), expected);
  }

  private static boolean isUnknownOption(ParameterException error) {
    return error instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption();
  }

  private static Class<?> type(ArgSpec argument) {
    return argument.typeInfo().isMultiValue()
        ? argument.typeInfo().getAuxiliaryTypes()[0]
        : argument.typeInfo().getType();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
