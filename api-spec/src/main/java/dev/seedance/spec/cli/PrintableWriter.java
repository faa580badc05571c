package dev.seedance.spec.cli;

import dev.seedance.spec.text.Printable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import picocli.CommandLine.Help.Ansi;

/** The way of every text to a terminal, a pipe or a log: see {@link Printable}. */
final class PrintableWriter extends FilterWriter {

  private final Ansi ansi;

  /**
   * Writes to another writer.
   *
   * @param ansi enabled keeps the styles of the program, which a terminal has and a file has not
   */
  PrintableWriter(Writer out, Ansi ansi) {
    super(out);
    this.ansi = ansi;
  }

  @Override
  public void write(int character) throws IOException {
    show(String.valueOf((char) character));
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    show(new String(characters, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    show(text.substring(offset, offset + length));
  }

  private void show(String text) throws IOException {
    boolean styled = text.indexOf('\u001b') >= 0 && ansi.enabled(); // which takes its time
    out.write(styled ? Printable.styled(text) : Printable.text(text));
  }
}
