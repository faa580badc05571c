package dev.seedance.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A table of a page, as rows of a test. */
public final class MarkdownTable {

  private MarkdownTable() {}

  /**
   * Returns the cells of each row, from index 1 on.
   *
   * @param head the beginning of the table's first line
   */
  public static Stream<String[]> rows(Path page, String head) throws IOException {
    return Files.readAllLines(page).stream()
        .dropWhile(line -> !line.startsWith(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split(" *\\| *", -1));
  }
}
