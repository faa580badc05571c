package dev.seedance.spec.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A revision with models that nobody has heard of needs a table and no code. */
class NewRevisionTest {

  private static final String KITE =
      """
      durations: [7]
      auto_durations: [99]
      resolutions: [8k]
      image_roles: [last_frame]
      video_roles: []
      max_reference_audios: 0
      media_modes: []
      generate_audio: false
      return_last_frame: true
      outputs: {min: 2, max: 2}
      """;

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
          .getSchema(RequestSchema.of(table(), read("openapi.yaml"), read("rules.yaml")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'duration': 7       | true",
        "'duration': 99      | true",
        "'duration': 8       | false",
        "'duration': 0       | false",
        "'resolution': '8k'  | true",
        "'resolution': '4k'  | false",
        "'generate_audio': true    | false",
        "'return_last_frame': true | true",
        "'media_mode': 'frame'     | false",
        "'count': 2 | true",
        "'count': 1 | false",
        "'audio_with_roles': [{'url': 'asset://a', 'role': 'reference_audio'}] | false",
        "'image_with_roles': [{'url': 'asset://a', 'role': 'reference_image'}] | false",
        "'video_with_roles': [{'url': 'asset://a', 'role': 'reference_video'}] | false",
        "'aspect_ratio': 'adaptive' | true"
      })
  void the_table_decides(String member, boolean valid) {
    String request = "{'model': 'kite-1', 'prompt': 'x', " + member + "}";

    assertThat(schema.validate(request.replace('\'', '"'), InputFormat.JSON).isEmpty())
        .isEqualTo(valid);
  }

  @Test
  void a_rule_that_is_said_to_be_inexpressible_is_not_expressed() {
    ObjectNode rules = (ObjectNode) read("rules.yaml");
    rules
        .path("rules")
        .forEach(
            rule -> {
              if (rule.path("id").asText().equals("model.required")) {
                ((ObjectNode) rule).put("schema", "not").put("why", "it is a test");
              }
            });

    assertThatThrownBy(() -> RequestSchema.of(table(), read("openapi.yaml"), rules))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("model.required");
  }

  private static JsonNode table() {
    ObjectNode table = (ObjectNode) read("capabilities/2026-08.yaml");
    ObjectNode models = table.putObject("models");
    models.set("kite-1", Yaml.parse(KITE));
    models.set("kite-2", Yaml.parse(KITE));
    return table;
  }

  private static JsonNode read(String file) {
    return Yaml.read(Path.of(file));
  }
}
