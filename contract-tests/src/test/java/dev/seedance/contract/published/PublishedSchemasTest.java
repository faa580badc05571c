package dev.seedance.contract.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.contract.published.SentBodies.Body;
import dev.seedance.contract.verify.exchange.Schemas;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bytes that the mock sends pass the schemas as they are published, with nothing taken out of
 * them first: in Java by networknt, in JavaScript by the zod schemas that a generator makes.
 */
class PublishedSchemasTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Responses of the provider that the mock has no occasion for. */
  private static final Set<String> NEVER_SENT =
      Set.of(
          "createAvatarAsset 500",
          "createAvatarGroup 500",
          "getAvatarAsset 500",
          "getBalance 400",
          "getBalance 500",
          "getBalanceByShortPath 400",
          "getBalanceByShortPath 500",
          "getUserBalance 400",
          "getUserBalance 500",
          "getUserBalanceByShortPath 400",
          "getUserBalanceByShortPath 500",
          "listModels 500",
          "listPricing 500",
          "listPricing 503",
          "uploadAudio 500",
          "uploadImage 500",
          "uploadVideo 500");

  private static SentBodies sent;

  @TempDir private Path folder;

  @BeforeAll
  static void send() throws IOException {
    try (var mock = MockServer.start("--clock", "frozen", "--max-body", "1MiB")) {
      sent = SentBodies.of(mock);
    }
  }

  @Test
  void every_response_of_the_contract_is_sent_or_known_to_be_never_sent() throws IOException {
    var seen = new TreeSet<>(sent.responses());
    assertThat(seen).doesNotContainAnyElementsOf(NEVER_SENT);
    seen.addAll(NEVER_SENT);
    assertThat(seen).isEqualTo(described());
  }

  @Test
  void events_carry_the_nulls_that_the_provider_writes() throws IOException {
    for (Body body : sent.bodies()) {
      if (body.schema().equals("WebhookEvent")) {
        JsonNode task = JSON.readTree(body.text()).path("data");
        assertThat(task.path("error").isNull() || task.path("result").isNull())
            .as(body.text())
            .isTrue();
      }
    }
    assertThat(sent.bodies())
        .extracting(body -> JSON.readTree(body.text()).path("type").asText())
        .contains("generation.completed", "generation.failed", "endpoint.test");
  }

  @Test
  void every_body_passes_its_schema_in_java() throws IOException {
    Schemas schemas = Schemas.load();
    for (Body body : sent.bodies()) {
      assertThat(schemas.faults(body.schema(), JSON.readTree(body.text())))
          .as("%s%n%s", body.schema(), body.text())
          .isEmpty();
    }
  }

  @Test
  void every_body_passes_the_zod_schema_that_is_generated() throws Exception {
    assertThat(ZodSchemas.generate(folder).refused(sent.bodies())).isEmpty();
  }

  @Test
  void a_body_that_breaks_its_schema_is_noticed_by_both() throws Exception {
    String odd = "{\"error\":{\"code\":null,\"message\":\"m\"}}";
    Body body = new Body("ErrorResponse", odd);
    assertThat(Schemas.load().faults(body.schema(), JSON.readTree(odd))).hasSize(1);
    assertThat(ZodSchemas.generate(folder).refused(List.of(body))).hasSize(1);
  }

  private static Set<String> described() throws IOException {
    var described = new TreeSet<String>();
    try (var document = ApiSpec.openApiJson().openStream()) {
      for (JsonNode path : JSON.readTree(document).path("paths")) {
        for (JsonNode operation : path) {
          List<String> statuses = new ArrayList<>();
          operation.path("responses").fieldNames().forEachRemaining(statuses::add);
          statuses.forEach(
              status -> described.add(operation.path("operationId").asText() + " " + status));
        }
      }
    }
    return described;
  }
}
