package dev.seedance.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.options.MockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the table of options in {@code docs/mock-server.md} in step with the options. */
class OptionDocsTest {

  /** The system property that makes this test write the table instead of comparing it. */
  private static final String WRITE = "seedance.docs.write";

  private static final String COMMAND =
      "./mvnw -pl :seedance-mock-server -am test -Dtest=OptionDocsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  private static final String BEGIN =
      "<!-- options: generated; do not edit. To renew: " + COMMAND + " -->\n";

  private static final String END = "<!-- /options -->\n";

  private static final Path PAGE = Path.of("../../docs/mock-server.md");

  @Test
  void the_table_of_options_is_up_to_date() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).containsSubsequence(BEGIN, END);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String table = OptionTable.of(MockOptions.ALL);
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
    } else {
      assertThat(page.substring(begin, end))
          .as("docs/mock-server.md is behind the options; renew it with%n  %s%n", COMMAND)
          .isEqualTo(table);
    }
  }
}
