package dev.seedance.contract.clients;

import static dev.seedance.mock.testkit.Fault.patchBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.contract.clients.Workplace.Outcome;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.Scenario;
import dev.seedance.mock.testkit.SeedanceMock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes each client of {@code clients/clients.yaml} with its public generator, compiles it and runs
 * its program against the mock, with the commands that the page shows.
 *
 * <p>All programs tell one story: a video; a refused request; a response with members that the
 * contract does not have; a status that it does not have. A client whose tools are missing is left
 * out, unless {@code SEEDANCE_REQUIRE_CLIENTS=true} says that all are there.
 */
@Tag("generated-clients")
@SeedanceMock
class GeneratedClientsIT {

  static final Path PAGE = Path.of("../docs/generate-your-own.md");

  /** Members that no contract knows, in the task and in its result, from the first response on. */
  private static final Scenario NEW_FIELDS =
      Scenario.named("new-fields")
          .onSubmit(patchBody(Map.of("queue", Map.of("position", 3))))
          .onPoll(patchBody(Map.of("cost", 0.25, "stages", List.of("draft"))))
          .onPoll(
              patchBody(Map.of("result", Map.of("quality", Map.of("score", 9))))
                  .whileStatus("completed"));

  private static final String SUBMITTED =
      """
      {"model": "seedance-2", "prompt": "A lighthouse in a storm", "duration": 5}
      """;

  /** The server that a client calls when its program names none. */
  private static final String MOCK = "http://127.0.0.1:8080";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern WARNING = Pattern.compile("(?m)(?:WARN|ERROR) .* - (.*)$");

  static List<GeneratedClient> clients() {
    return GeneratedClient.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clients")
  void is_generated_compiles_and_tells_the_story(GeneratedClient client, MockServer mock)
      throws Exception {
    var place = Workplace.of(client, mock.baseUrl(), mock.apiKey());
    assertThat(PAGE).content().contains(client.listing());
    requireTools(client, place);
    mock.register(NEW_FIELDS);

    Outcome generated = succeed(place.run(client.generate()));
    assertThat(warnings(generated)).as("warnings").isEqualTo(client.expectedWarnings());
    assertThat(place.servers("client"))
        .as("the server of a program that names none")
        .isEqualTo(client.generator().equals("openapi-typescript") ? Set.of() : Set.of(MOCK));
    succeed(place.run(client.build()));
    Outcome told = succeed(place.run(client.run()));

    assertThat(told.lines()).as(told.output()).hasSize(4);
    assertThat(told.lines().get(0))
        .matches("video %s/files/[^/]+/%s/0\\.mp4".formatted(mock.baseUrl(), firstTask(mock)));
    assertThat(told.lines().subList(1, 4))
        .containsExactly(
            "refused 400 invalid_request duration",
            "unknown fields completed",
            "unknown status queued reviewing completed");
    assertThat(JSON.readTree(mock.requests().get(0).body()))
        .as("what was submitted: what was set and nothing else")
        .isEqualTo(JSON.readTree(SUBMITTED));
  }

  private static void requireTools(GeneratedClient client, Workplace place) throws Exception {
    Outcome check = place.run(client.check());
    if (!check.succeeded()) {
      boolean required = Boolean.parseBoolean(System.getenv("SEEDANCE_REQUIRE_CLIENTS"));
      assertThat(required && client.optional() == null)
          .as("SEEDANCE_REQUIRE_CLIENTS is true, but: %s%n%s", client.remedy(), check)
          .isFalse();
      abort("no tools for it here: " + client.remedy());
    }
  }

  private static Outcome succeed(Outcome outcome) {
    assertThat(outcome.exit()).as("%s%n%s", outcome.command(), outcome.output()).isZero();
    return outcome;
  }

  private static List<String> warnings(Outcome generated) {
    return WARNING
        .matcher(generated.output())
        .results()
        .map(warning -> warning.group(1).strip())
        .distinct()
        .toList();
  }

  private static String firstTask(MockServer mock) {
    return mock.tasks().get(0).id();
  }
}
