package dev.seedance.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.docs.Listing.Note;
import dev.seedance.mock.testkit.MockServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner of vectors finds no fault in a validator that is ours, under any revision. */
class ConformanceListingsTest {

  @TempDir private Path folder;

  @Test
  void the_runner_in_python_agrees_with_the_mock_on_every_vector() throws Exception {
    String python = Programs.require(Programs.python(), "Python 3");
    Listing runner =
        Page.of("docs/conformance.md").listings().stream()
            .filter(listing -> listing.note(Note.FILE).orElse("").equals("conformance.py"))
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("conformance.py"), runner.text());
    Files.writeString(folder.resolve("my_validator.py"), Session.fixture("files/my_validator.py"));
    try (var june = server("2026-06");
        var august = server("2026-08")) {
      var builder =
          new ProcessBuilder(
              python, "conformance.py", Page.ROOT.resolve("api-spec/vectors").toString());
      builder.environment().put("MOCK_2026_06", june.baseUrl().toString());
      builder.environment().put("MOCK_2026_08", august.baseUrl().toString());
      Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(printed).matches("\\d{4} vectors, 0 failed\\s+");
      assertThat(process.waitFor()).isZero();
    }
  }

  private static MockServer server(String revision) {
    return MockServer.builder().revision(revision).start();
  }
}
