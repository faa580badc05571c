package dev.seedance.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every diagram of the pages is drawn by Mermaid in a browser. */
class DiagramsTest {

  private static final Path MERMAID = Programs.NODE_MODULES.resolve("mermaid/dist/mermaid.min.js");

  @TempDir private Path folder;

  @Test
  void every_diagram_can_be_drawn() throws Exception {
    String browser = Programs.require(Programs.chromium(), "Chromium");
    Programs.require(Files.exists(MERMAID), "mermaid from npm");
    List<Listing> diagrams = diagrams();
    var texts =
        new ObjectMapper().writeValueAsString(diagrams.stream().map(Listing::text).toList());
    Path page = folder.resolve("diagrams.html");
    Files.writeString(
        page,
        Session.fixture("diagrams.html")
            .replace("MERMAID", MERMAID.toUri().toString())
            .replace("[]", texts.replace("<", "\\u003c")));

    String drawn = dom(browser, page);
    assertThat(drawn).contains("all is done");
    for (int at = 0; at < diagrams.size(); at++) {
      assertThat(drawn)
          .as("the diagram at %s", diagrams.get(at).where())
          .contains("diagram " + at + " is drawn");
    }
  }

  /** Requires a diagram to be one that the test above has drawn. */
  static void requireDrawn(Listing listing) {
    assertThat(diagrams()).contains(listing);
  }

  private static List<Listing> diagrams() {
    return Page.all().stream()
        .flatMap(page -> page.listings().stream())
        .filter(listing -> listing.language().equals("mermaid"))
        .toList();
  }

  private String dom(String browser, Path page) throws Exception {
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--allow-file-access-from-files",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=60000",
                "--dump-dom",
                page.toUri().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String dom = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return dom;
  }
}
