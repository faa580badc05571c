package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages say what the server does: their listings are those that run. */
class DocumentationTest {

  private static final Path DOCS = Path.of("../docs");
  private static final Path LISTINGS =
      Path.of("src/test/java/dev/seedance/mock/junit/JunitListingsTest.java");
  private static final Pattern LISTING =
      Pattern.compile("// listing: (\\w+)\\n(.*?)\\n *// end", Pattern.DOTALL);
  private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @MethodSource("listings")
  void a_java_listing_is_a_test(String listing) throws IOException {
    assertThat(Files.readString(DOCS.resolve("junit.md"))).contains("```java\n" + listing + "```");
  }

  static Stream<String> listings() throws IOException {
    return LISTING
        .matcher(Files.readString(LISTINGS))
        .results()
        .map(listing -> listing.group(2).stripTrailing().stripIndent() + "\n");
  }

  @Test
  void every_scenario_of_the_page_can_be_registered_and_every_built_in_one_is_on_it()
      throws IOException {
    String page = Files.readString(DOCS.resolve("scenarios.md"));
    try (var server = MockServer.start(MockOptions.builder().build())) {
      var calls = new HttpCalls(server.baseUrl());
      assertThat(JSON.matcher(page).results().map(MatchResult::group)).hasSize(2);
      JSON.matcher(page)
          .results()
          .map(block -> register(calls, block.group(1)))
          .forEach(answer -> assertThat(answer.status()).isEqualTo(200));
      for (JsonNode builtIn : list(calls).path("built_in")) {
        assertThat(page)
            .contains(
                "| `%s` | %s |"
                    .formatted(
                        builtIn.path("name").asText(), builtIn.path("description").asText()));
      }
    }
  }

  private static HttpCalls.Answer register(HttpCalls calls, String scenario) {
    return calls.send(
        calls
            .request("/_mock/scenarios")
            .header("Authorization", "Bearer docs")
            .POST(BodyPublishers.ofString(scenario)));
  }

  private static JsonNode list(HttpCalls calls) throws IOException {
    return new ObjectMapper()
        .readTree(
            calls
                .send(calls.request("/_mock/scenarios").header("Authorization", "Bearer docs"))
                .body());
  }
}
