package dev.seedance.spec.cli;

import dev.seedance.spec.text.Printable;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;

/**
 * Runs a command line alike in every locale: it writes UTF-8, formats numbers for programs, and
 * refuses arguments that the JVM could not decode.
 */
public final class Program {

  /** What the JVM puts in place of bytes that the charset of the locale has no letter for. */
  private static final char UNDECODABLE = '\uFFFD';

  private static final String VARIABLES = "SEEDANCE_";

  private Program() {}

  /**
   * Runs a command line of the process. Its output passes through {@link Printable}.
   *
   * @param outputLost the exit code if all went well, but standard output took not all of it
   * @return the exit code
   */
  public static int run(CommandLine line, String[] arguments, int outputLost) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    var err = new FileOutputStream(FileDescriptor.err);
    System.setErr(new PrintableStream(err));
    PrintWriter out = writer(new FileOutputStream(FileDescriptor.out));
    line.setOut(out).setErr(writer(err));
    int exitCode = run(line, arguments, System.getenv());
    return isLost(line) && exitCode == ExitCode.OK ? outputLost : exitCode;
  }

  /** Says so if standard output has not taken all that was printed. */
  private static boolean isLost(CommandLine line) {
    boolean lost = line.getOut().checkError();
    if (lost) {
      line.getErr()
          .println("standard output can't be written: is its disk full, or has its reader gone?");
      line.getErr().flush();
    }
    return lost;
  }

  static int run(CommandLine line, String[] arguments, Map<String, String> environment) {
    line.setExpandAtFiles(false); // a prompt may begin with @
    for (int at = 0; at < arguments.length; at++) {
      if (isUndecodable(arguments[at])) {
        return refuse(line, "argument " + (at + 1)); // not shown: it may be a key
      }
    }
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().startsWith(VARIABLES) && isUndecodable(variable.getValue())) {
        return refuse(line, "the variable " + variable.getKey());
      }
    }
    return line.execute(arguments);
  }

  private static int refuse(CommandLine line, String what) {
    PrintWriter err = line.getErr();
    err.println(
        what
            + " holds bytes that are no letters in this locale (charset "
            + System.getProperty("sun.jnu.encoding")
            + "); nothing was sent.");
    err.println(
        "Give it in UTF-8, and run the program in a locale of UTF-8, such as LC_ALL=C.UTF-8.");
    err.flush();
    return ExitCode.USAGE;
  }

  private static boolean isUndecodable(String text) {
    return text.indexOf(UNDECODABLE) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static PrintWriter writer(OutputStream stream) {
    var utf8 = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    return new PrintWriter(new PrintableWriter(utf8, Ansi.AUTO), true);
  }
}
