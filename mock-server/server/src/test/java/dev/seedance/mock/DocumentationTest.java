package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compares the page of scenarios with those of the server. */
class DocumentationTest {

  @RegisterExtension static final TestServer server = TestServer.with();

  @Test
  void every_built_in_scenario_is_on_the_page() throws IOException {
    String page = Files.readString(Path.of("../../docs/scenarios.md"));
    JsonNode builtIn = server.get("/_mock/scenarios").json().path("built_in");
    assertThat(builtIn).isNotEmpty();
    for (JsonNode scenario : builtIn) {
      assertThat(page)
          .contains(
              "| `%s` | %s |"
                  .formatted(
                      scenario.path("name").asText(), scenario.path("description").asText()));
    }
  }
}
