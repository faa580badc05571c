package dev.seedance.spec;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the generated schemas to the list of rules and to the conformance vectors. */
class RequestSchemaTest {

  private static final Pattern RULE = Pattern.compile("#/\\$defs/([a-z-]+\\.[a-z-]+)");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
  private static final Map<String, Schema> SCHEMAS =
      ApiSpec.revisions().stream()
          .collect(toMap(revision -> revision, revision -> REGISTRY.getSchema(document(revision))));
  private static final JsonNode RULES = Documents.read(ApiSpec.rules()).path("rules");

  static List<String> revisions() {
    return ApiSpec.revisions();
  }

  /**
   * Vectors whose body is one JSON value to every parser, without those that break the part of a
   * rule that no schema expresses.
   */
  static Stream<Vector> vectors() {
    Set<String> notAValue = Set.of("json.malformed", "json.duplicate-key", "body.too-large");
    return Vector.all().stream()
        .filter(vector -> vector.errors().stream().noneMatch(notAValue::contains))
        .filter(vector -> !vector.name().endsWith("-bytes-in-fewer-characters"));
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void is_a_schema_of_2020_12(String revision) {
    JsonNode document = document(revision);
    Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of(document.path("$schema").asText()));

    assertThat(metaSchema.validate(document.toString(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void has_a_definition_for_every_rule_that_a_schema_can_express_and_no_other() {
    Set<String> defined =
        revisions().stream()
            .flatMap(revision -> names(document(revision).path("$defs")))
            .collect(toSet());

    assertThat(defined).isEqualTo(rules("fully", "partly"));
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void every_definition_names_its_rule_and_is_in_force(String revision) {
    JsonNode document = document(revision);

    assertThat(document.path("$defs").properties())
        .allSatisfy(
            definition -> {
              assertThat(definition.getValue().path("title").asText())
                  .isEqualTo(definition.getKey());
              assertThat(definition.getValue().path("x-rule").asText())
                  .isEqualTo(definition.getKey());
            });
    assertThat(document.path("allOf").findValuesAsText("$ref"))
        .containsExactlyElementsOf(
            names(document.path("$defs")).map(name -> "#/$defs/" + name).toList());
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void lists_what_it_does_not_express_with_the_reason(String revision) {
    JsonNode listed = document(revision).path("x-rules-not-expressed");

    assertThat(names(listed)).containsAll(rules("not", "partly"));
    assertThat(listed).allSatisfy(reason -> assertThat(reason.asText()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void leaves_out_rules_that_no_request_of_the_revision_can_break(String revision) {
    Set<String> broken =
        Vector.all().stream()
            .filter(vector -> vector.revision().equals(revision))
            .flatMap(vector -> vector.errors().stream())
            .collect(toSet());
    broken.retainAll(rules("fully", "partly"));

    assertThat(names(document(revision).path("$defs"))).hasSameElementsAs(broken);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refuses_what_the_vectors_refuse_and_says_why(Vector vector) {
    Set<String> errors = new HashSet<>(vector.errors());
    errors.retainAll(rules("fully", "partly"));

    Set<String> found =
        rulesOf(requireNonNull(SCHEMAS.get(vector.revision())).validate(value(vector)));

    assertThat(found).containsAll(errors);
    assertThat(found.isEmpty()).as("passes").isEqualTo(errors.isEmpty());
  }

  @Test
  void unknown_revisions_are_refused() {
    assertThatThrownBy(() -> ApiSpec.requestSchema("1999-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1999-01")
        .hasMessageContaining(ApiSpec.defaultRevision());
  }

  private static JsonNode document(String revision) {
    return Documents.read(ApiSpec.requestSchema(revision));
  }

  private static JsonNode value(Vector vector) {
    try {
      return JSON.readTree(vector.body());
    } catch (IOException e) {
      throw new UncheckedIOException(vector.name() + " is no JSON", e);
    }
  }

  /** Names of the definitions that the errors come from: they are the ids of rules. */
  private static Set<String> rulesOf(List<Error> errors) {
    return errors.stream()
        .map(error -> RULE.matcher(error.getSchemaLocation().toString()))
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .collect(toSet());
  }

  private static Set<String> rules(String... expressed) {
    return StreamSupport.stream(RULES.spliterator(), false)
        .filter(rule -> List.of(expressed).contains(rule.path("schema").asText()))
        .map(rule -> rule.path("id").asText())
        .collect(toSet());
  }

  private static Stream<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey);
  }
}
