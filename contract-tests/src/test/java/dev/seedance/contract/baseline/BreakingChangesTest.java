package dev.seedance.contract.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract breaks nobody who reads the released one, unless its version says so. */
class BreakingChangesTest {

  private static final Path BASELINE = Path.of("../api-spec/baseline");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A change of the contract, for better or for worse. */
  private record Change(String name, Consumer<ObjectNode> change) {

    ObjectNode applied(String version) throws IOException {
      ObjectNode document = document();
      change.accept(document);
      ((ObjectNode) document.get("info")).put("version", version);
      return document;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Change> breaking() {
    return List.of(
        new Change("an operation is gone", of("/paths", paths -> paths.remove("/v1/balance"))),
        new Change(
            "an operation has moved",
            of("/paths", paths -> paths.set("/v2/balance", paths.remove("/v1/balance")))),
        new Change(
            "a request needs one member more",
            of("/components/schemas/AvatarGroupRequest", s -> required(s).add("description"))),
        new Change(
            "a request may no longer say a value",
            of("/components/schemas/Resolution", s -> ((ArrayNode) s.get("enum")).remove(3))),
        new Change(
            "a request's member has another type",
            of(
                "/components/schemas/GenerationRequest/properties/seed",
                s -> s.put("type", "string"))),
        new Change(
            "an answer has lost a member",
            of("/components/schemas/GenerationTask/properties", s -> s.remove("progress"))),
        new Change(
            "an answer's member is no longer always there",
            of("/components/schemas/GenerationTask", s -> required(s).remove(3))),
        new Change(
            "an answer's member has another type",
            of(
                "/components/schemas/GenerationTask/properties/created_at",
                s -> s.put("type", "string"))),
        new Change(
            "an answer has another media type",
            of(
                "/paths/~1v1~1balance/get/responses/200/content",
                s -> s.set("application/xml", s.remove("application/json")))),
        new Change(
            "a call needs one header more",
            of(
                "/paths/~1v1~1balance/get",
                s ->
                    s.putArray("parameters")
                        .addObject()
                        .put("name", "X-Team")
                        .put("in", "header")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string"))),
        new Change(
            "a webhook has lost a member",
            of("/components/schemas/WebhookTask/properties", s -> s.remove("finished_at"))),
        new Change(
            "a webhook is gone",
            of("/paths/~1v1~1videos~1generations/post/callbacks", s -> s.remove("endpointTest"))));
  }

  static List<Change> harmless() {
    return List.of(
        new Change("nothing", document -> {}),
        new Change(
            "a new operation",
            of("/paths", paths -> paths.set("/v1/credit", paths.get("/v1/balance")))),
        new Change(
            "a new optional member of a request",
            of(
                "/components/schemas/GenerationRequest/properties",
                s -> s.putObject("style").put("type", "string"))),
        new Change(
            "a new value of a request",
            of("/components/schemas/Resolution", s -> ((ArrayNode) s.get("enum")).add("8k"))),
        new Change(
            "a new member of an answer",
            of(
                "/components/schemas/GenerationTask/properties",
                s -> s.putObject("queue").put("type", "string"))),
        new Change(
            "a new value that servers may give",
            of(
                "/components/schemas/GenerationTask/properties/status",
                s -> ((ArrayNode) s.get("x-extensible-enum")).add("paused"))),
        new Change(
            "a new member of a webhook",
            of(
                "/components/schemas/WebhookTask/properties",
                s -> s.putObject("region").put("type", "string"))),
        new Change(
            "other words", of("/info", info -> info.put("description", "The same, told better."))));
  }

  @Test
  void the_present_contract_may_follow_the_released_one() throws IOException {
    assertThat(BreakingChanges.objection(released(), document())).isEmpty();
  }

  @Test
  void the_one_baseline_is_named_by_its_version() throws IOException {
    assertThat(baselines()).hasSize(1);
    assertThat(baselines().get(0).getFileName())
        .hasToString("openapi-" + ContractVersion.of(released()) + ".yaml");
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void a_breaking_change_needs_a_major_version(Change change) throws IOException {
    assertThat(BreakingChanges.objection(atVersion("1.0.0"), change.applied("1.7.3")))
        .hasValueSatisfying(
            objection ->
                assertThat(objection)
                    .startsWith(
                        "openapi.yaml breaks clients of contract 1.0.0, and still says 1.7.3")
                    .contains("set info.version to 2.0.0 or later"));
    assertThat(BreakingChanges.objection(atVersion("1.0.0"), change.applied("2.0.0"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void a_harmless_change_needs_none(Change change) throws IOException {
    assertThat(BreakingChanges.objection(atVersion("1.0.0"), change.applied("1.0.0"))).isEmpty();
  }

  @Test
  void before_1_0_0_the_minor_version_is_enough() throws IOException {
    Change change = breaking().get(0);
    ObjectNode released = atVersion("0.3.1");
    assertThat(BreakingChanges.objection(released, change.applied("0.3.9"))).isPresent();
    assertThat(BreakingChanges.objection(released, change.applied("0.4.0"))).isEmpty();
  }

  @Test
  void a_version_never_goes_back() throws IOException {
    assertThat(BreakingChanges.objection(atVersion("1.0.0"), harmless().get(0).applied("0.9.0")))
        .contains("the contract says 0.9.0, but 1.0.0 was released already; raise info.version");
  }

  private static ObjectNode atVersion(String version) throws IOException {
    return new Change("nothing", document -> {}).applied(version);
  }

  private static ObjectNode document() throws IOException {
    try (var in = ApiSpec.openApiJson().openStream()) {
      return (ObjectNode) JSON.readTree(in);
    }
  }

  private static JsonNode released() throws IOException {
    return new YAMLMapper().readTree(baselines().get(0).toFile());
  }

  private static List<Path> baselines() throws IOException {
    try (Stream<Path> files = Files.list(BASELINE)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }

  private static Consumer<ObjectNode> of(String pointer, Consumer<ObjectNode> change) {
    return document -> change.accept((ObjectNode) document.at(pointer));
  }

  private static ArrayNode required(ObjectNode schema) {
    return (ArrayNode) schema.get("required");
  }
}
