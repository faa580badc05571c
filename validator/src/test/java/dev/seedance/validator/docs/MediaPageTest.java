package dev.seedance.validator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.spec.media.ContentType;
import dev.seedance.validator.media.MediaLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps the table of limits in {@code docs/media.md} in step with the data. */
class MediaPageTest {

  private static final String COMMAND =
      "./mvnw -pl validator -am test -Dtest=MediaPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + GeneratedDocsTest.WRITE
          + "=true";

  private static final String BEGIN =
      "<!-- limits: generated; do not edit. To renew: " + COMMAND + " -->\n";

  private static final String END = "<!-- /limits -->\n";

  private static final Path PAGE = Path.of("../docs/media.md");

  @Test
  void the_table_of_limits_is_up_to_date() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).containsSubsequence(BEGIN, END);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String table = table();
    if (Boolean.getBoolean(GeneratedDocsTest.WRITE)) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
    } else {
      assertThat(page.substring(begin, end))
          .as("docs/media.md is behind the limits; renew it with%n  %s%n", COMMAND)
          .isEqualTo(table);
    }
  }

  private static String table() {
    Map<ContentType.Kind, MediaLimits> limits = MediaLimits.ofUpstream();
    var rows = new ArrayList<List<String>>();
    for (ContentType.Kind kind : limits.keySet().stream().sorted().toList()) {
      rows.add(row(kind, Objects.requireNonNull(limits.get(kind))));
    }
    return new Markdown()
        .table(
            List.of(
                "",
                "types",
                "bytes",
                "each side, pixels",
                "width : height",
                "seconds",
                "frames a second",
                "seconds, all together"),
            rows)
        .toString();
  }

  private static List<String> row(ContentType.Kind kind, MediaLimits limit) {
    return List.of(
        kind.name().toLowerCase(Locale.ROOT),
        limit.types().stream().map(ContentType::title).collect(Collectors.joining(", ")),
        "at most " + String.format(Locale.ROOT, "%,d", limit.maxBytes()),
        range(limit.side()),
        range(limit.ratio()),
        range(limit.seconds()),
        range(limit.frameRate()),
        limit.totalSeconds() == null ? "-" : "at most " + plain(limit.totalSeconds()));
  }

  private static String range(MediaLimits.@Nullable Range range) {
    return range == null ? "-" : plain(range.min()) + " to " + plain(range.max());
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
