package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.options.MockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of scenarios says what the server has. */
class DocumentationTest {

  @Test
  void every_built_in_scenario_is_on_the_page() throws IOException {
    String page = Files.readString(Path.of("../../docs/scenarios.md"));
    try (var server = MockServer.start(MockOptions.builder().build())) {
      JsonNode builtIn = list(new HttpCalls(server.baseUrl())).path("built_in");
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

  private static JsonNode list(HttpCalls calls) throws IOException {
    return new ObjectMapper()
        .readTree(
            calls
                .send(calls.request("/_mock/scenarios").header("Authorization", "Bearer docs"))
                .body());
  }
}
