package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page has the messages of the programs, so that a search for one finds it. */
class TroubleshootingTest {

  private static final Pattern HEADING = Pattern.compile("(?m)^### `([^`]+)`");

  /** The characters of Java between the halves of a long text. */
  private static final Pattern SEAM = Pattern.compile("\"\\s*\\+\\s*\"");

  /** A message of Maven that our users meet. */
  private static final String MAVEN = "Could not find artifact";

  @Test
  void every_message_of_the_page_stands_in_the_sources() throws IOException {
    String sources = sources();
    List<String> messages =
        HEADING
            .matcher(Page.of("docs/troubleshooting.md").text())
            .results()
            .map(heading -> heading.group(1))
            .filter(message -> !message.startsWith(MAVEN))
            .toList();
    assertThat(messages)
        .hasSizeGreaterThan(8)
        .allSatisfy(message -> assertThat(sources).containsPattern(asWritten(message)));
  }

  /** A message in code: for each … there is a little of something else. */
  private static Pattern asWritten(String message) {
    return Pattern.compile(
        Pattern.compile("…")
            .splitAsStream(message)
            .map(Pattern::quote)
            .collect(Collectors.joining("(?s:.{1,120}?)")));
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Page.ROOT)) {
      String all =
          files
              .filter(Files::isRegularFile)
              .filter(TroubleshootingTest::isSource)
              .map(file -> Page.of(Page.ROOT.relativize(file).toString()).text())
              .collect(Collectors.joining("\n"));
      return SEAM.matcher(all).replaceAll("");
    }
  }

  private static boolean isSource(Path file) {
    String name = Page.ROOT.relativize(file).toString().replace('\\', '/');
    return name.equals("seedance")
        || name.equals(".mvn/launcher-build.sh")
        || (name.contains("/src/main/java/") && name.endsWith(".java"));
  }
}
