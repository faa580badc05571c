package dev.seedance.spec.cli;

import dev.seedance.spec.text.Printable;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The standard error of loggers and stack traces: see {@link Printable}. */
final class PrintableStream extends PrintStream {

  PrintableStream(OutputStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  /** Every {@code print} and {@code println} of a text or an object comes through here. */
  @Override
  public void print(String text) {
    super.print(Printable.text(String.valueOf(text)));
  }
}
