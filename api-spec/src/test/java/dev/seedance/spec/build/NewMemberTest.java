package dev.seedance.spec.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member that is a switch or takes one of a list of values needs a row and no code. */
class NewMemberTest {

  private final JsonNode document =
      RequestSchema.of(table(), read("openapi.yaml"), read("rules.yaml"));
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012()).getSchema(document);

  @ParameterizedTest
  @CsvSource({
    "seedance-2-mini, 'draft_review', true, true",
    "seedance-2-mini, 'draft_review', null, true",
    "seedance-2-mini, 'draft_review', '\"yes\"', false",
    "seedance-2, 'slow_motion', true, true",
    "seedance-2-fast, 'slow_motion', false, true",
    "seedance-2-fast, 'slow_motion', 1, false",
    "seedance-2-fast, 'frame_style', '\"ink\"', true",
    "seedance-2-fast, 'frame_style', '\"oil\"', false",
    "seedance-2-fast, 'frame_style', 7, false",
    "seedance-2-mini, 'frame_style', '\"oil\"', true",
    "seedance-2-mini, 'frame_style', 7, false",
    "seedance-2, 'frame_look', '\"ink\"', false",
    "seedance-2, 'frame_look', null, true",
  })
  void the_row_decides(String model, String member, String value, boolean valid) {
    String request =
        "{\"model\": \"%s\", \"prompt\": \"x\", \"%s\": %s}".formatted(model, member, value);

    assertThat(schema.validate(request, InputFormat.JSON).isEmpty()).isEqualTo(valid);
  }

  @Test
  void its_rule_has_a_definition_if_a_request_can_break_it() {
    assertThat(document.path("$defs").fieldNames())
        .toIterable()
        .contains("frame-style.unsupported", "frame-style.renamed")
        .doesNotContain("draft-review.unsupported", "slow-motion.unsupported");
    assertThat(document.at("/$defs/field.type/properties/draft_review/description").asText())
        .isEqualTo("Whether a person looks at the draft first.");
  }

  @Test
  void its_rule_is_listed_once_after_the_others() {
    JsonNode rules = RuleList.of(read("rules.yaml"), List.of(table(), table())).path("rules");

    assertThat(rules.findValuesAsText("id"))
        .endsWith("video-operation.aspect-ratio", "frame-style.unsupported", "frame-style.renamed");
    assertThat(rules.get(rules.size() - 2).at("/pointers/0").asText()).isEqualTo("/frame_style");
    assertThat(rules.get(rules.size() - 1).at("/pointers/0").asText()).isEqualTo("/frame_look");
  }

  private static JsonNode table() {
    ObjectNode table = (ObjectNode) read("capabilities/2026-08.yaml");
    table.set("members", read("src/test/resources/dev/seedance/spec/build/new-members.json"));
    return table;
  }

  private static JsonNode read(String file) {
    return Yaml.read(Path.of(file));
  }
}
