package dev.seedance.contract.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/generators.md} in step with the table, and writes it anew. */
class GeneratorsPageTest {

  private static final Path PAGE = Path.of("../docs/generators.md");
  private static final String BEGIN = "<!-- generated: table -->\n";
  private static final String END = "<!-- end of generated -->\n";

  /** The system property that makes the test write the page instead of comparing it. */
  private static final String WRITE = "seedance.docs.write";

  @Test
  void the_page_shows_the_table() throws IOException {
    String page = Files.readString(PAGE);
    String renewed =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + "\n"
            + GeneratorTable.read().markdown()
            + "\n"
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, renewed);
      return;
    }
    assertThat(page).as("renew %s with -D%s=true", PAGE, WRITE).isEqualTo(renewed);
  }

  @Test
  void a_row_passes_a_check_or_says_why_not() {
    GeneratorTable table = GeneratorTable.read();
    assertThat(table.generators())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            (name, row) -> {
              assertThat(row.passes()).isNotEqualTo(row.reason() != null);
              assertThat(row.isGenerated() || row.check() == null).isTrue();
              if (row.check() != null) {
                assertThat(table.checks()).containsKey(row.check());
              }
            });
  }
}
