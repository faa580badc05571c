package dev.seedance.spec.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** The way of every text to a terminal, a pipe or a log: see {@link Printable}. */
final class PrintableWriter extends FilterWriter {

  private final boolean styled;

  /**
   * Writes to another writer.
   *
   * @param styled true keeps the styles of the program, which a terminal has and a file has not
   */
  PrintableWriter(Writer out, boolean styled) {
    super(out);
    this.styled = styled;
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
    out.write(styled ? Printable.styled(text) : Printable.text(text));
  }
}
