package dev.seedance.mock.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The beginning of a stack trace. */
final class StackTrace {

  private StackTrace() {}

  static List<String> of(Throwable failure, int mostLines) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString().lines().limit(mostLines).toList();
  }
}
