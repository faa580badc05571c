package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every decision has a heading, a date, a status, and its four parts in order. */
class DecisionsPageTest {

  private static final Pattern ENTRY =
      Pattern.compile(
          "\\n\\d{4}-\\d\\d-\\d\\d · (accepted|superseded by \\[).*\\n\\n"
              + "- \\*\\*Context:\\*\\* (?s:.+)\\n- \\*\\*Choice:\\*\\* (?s:.+)"
              + "\\n- \\*\\*Why:\\*\\* (?s:.+)\\n- \\*\\*Cost:\\*\\* (?s:.+)");

  @Test
  void each_entry_has_date_status_and_four_parts() {
    List<String> entries =
        Pattern.compile("(?m)^### ")
            .splitAsStream(Page.of("docs/decisions.md").text())
            .skip(1)
            .map(entry -> entry.replaceFirst("(?s)\\n## .*", ""))
            .toList();

    assertThat(entries).hasSizeGreaterThan(100);
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(ENTRY.matcher(entry.substring(entry.indexOf('\n') + 1)).matches())
                    .as("the parts of: %s", entry)
                    .isTrue());
  }
}
