package dev.seedance.contract.pact;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pacts that other teams verify their servers against hold the client's needs of today. */
class PactFilesTest {

  private static final Path FOLDER = Path.of("pacts");
  private static final String REFRESH =
      "./mvnw -pl contract-tests -am package -Dtest=PactFilesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dpacts.refresh=true";

  @Test
  void the_committed_pacts_are_up_to_date() throws IOException {
    Map<String, String> needed = needed();
    if (Boolean.getBoolean("pacts.refresh")) {
      refresh(needed);
    }
    assertThat(textsIn(FOLDER))
        .as("contract-tests/pacts must say what the client needs; refresh it with\n  %s", REFRESH)
        .isEqualTo(needed);
  }

  @Test
  void the_same_needs_are_the_same_text_for_another_order_of_maps(@TempDir Path folder)
      throws IOException, InterruptedException {
    PactsOfAnotherJvm.writeTo(folder);
    assertThat(textsIn(folder)).isEqualTo(needed());
  }

  private static Map<String, String> needed() {
    return Pacts.all().stream().collect(toMap(Pacts::fileName, Pacts::text));
  }

  private static Map<String, String> textsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Map<String, String> texts = new TreeMap<>();
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
      return texts;
    }
  }

  private static void refresh(Map<String, String> needed) throws IOException {
    for (String stale : textsIn(FOLDER).keySet()) {
      Files.delete(FOLDER.resolve(stale));
    }
    for (var pact : needed.entrySet()) {
      Files.writeString(FOLDER.resolve(pact.getKey()), pact.getValue());
    }
  }
}
