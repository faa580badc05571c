package dev.seedance.spec;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the example files, their index and the examples inside the contract together. */
class ExamplesTest {

  private static final OpenApiDocument SPEC = OpenApiDocument.ofTheModule();
  private static final Located IN_SPEC =
      new Located("", SPEC.root()).at("components").at("examples");
  private static final SchemaCheck SCHEMAS = SchemaCheck.strict(SPEC);

  static List<Example> examples() {
    return Example.index();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_file_is_valid_against_its_schema(Example example) {
    assertThat(SCHEMAS.faults(example.schema(), example.document())).as(example.name()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_file_equals_the_example_in_the_contract(Example example) {
    assertThat(example.document()).isEqualTo(IN_SPEC.at(example.key()).node().path("value"));
  }

  @Test
  void the_index_lists_every_file_and_nothing_else() throws IOException {
    try (Stream<Path> files = Files.walk(Example.FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.equals(Example.INDEX)))
          .containsExactlyInAnyOrderElementsOf(examples().stream().map(Example::file).toList());
    }
  }

  @Test
  void every_example_in_the_contract_is_a_file() {
    assertThat(IN_SPEC.members().map(Located::name))
        .containsExactlyInAnyOrderElementsOf(examples().stream().map(Example::key).toList());
  }

  @Test
  void every_example_illustrates_a_body_of_its_schema() {
    Map<String, Set<String>> used =
        SPEC.bodies()
            .flatMap(
                body ->
                    body.at("examples")
                        .members()
                        .map(example -> List.of(lastOf(example), lastOf(body.at("schema")))))
            .collect(groupingBy(pair -> pair.get(0), mapping(pair -> pair.get(1), toSet())));

    assertThat(examples())
        .allSatisfy(
            example -> assertThat(used.get(example.key())).containsExactly(example.schema()));
  }

  @Test
  void every_task_state_has_an_example() {
    assertThat(values("GenerationTask", "/status")).containsAll(known("GenerationTask", "status"));
  }

  @Test
  void every_asset_state_has_an_example() {
    assertThat(values("AvatarAssetResponse", "/data/status"))
        .containsAll(known("AvatarAsset", "status"));
  }

  @Test
  void every_error_code_has_an_example() {
    assertThat(values("ErrorResponse", "/error/code")).containsAll(known("ErrorDetails", "code"));
    assertThat(values("GenerationTask", "/error/code")).containsAll(known("TaskError", "code"));
  }

  @Test
  void every_event_type_has_an_example() {
    assertThat(values("WebhookEvent", "/type")).containsAll(known("WebhookEvent", "type"));
  }

  @Test
  void every_request_names_the_revisions_that_accept_it() {
    assertThat(examples())
        .filteredOn(example -> example.schema().equals("GenerationRequest"))
        .allSatisfy(
            example ->
                assertThat(ApiSpec.revisions())
                    .as(example.name())
                    .containsAll(example.revisions())
                    .containsAnyElementsOf(example.revisions()));
  }

  private static List<String> values(String schema, String pointer) {
    return examples().stream()
        .filter(example -> example.schema().equals(schema))
        .map(example -> example.document().at(pointer).asText())
        .toList();
  }

  private static List<String> known(String schema, String property) {
    JsonNode values =
        SPEC.root()
            .at("/components/schemas/" + schema + "/properties/" + property)
            .path("x-extensible-enum");
    assertThat(values).as("known values of " + schema + "." + property).isNotEmpty();
    return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String lastOf(Located reference) {
    return SPEC.resolve(reference).name();
  }
}
