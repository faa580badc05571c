package dev.seedance.spec.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a capability table fails the build, with the key and what was expected there. */
class TableFormatTest {

  private static final Path TABLES = Path.of("capabilities");
  private static final TableFormat FORMAT =
      new TableFormat(read("table.schema.json"), read("../frame-sizes.yaml"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/models/seedance-2      | duratoins: [4]               | duratoins",
        "/models/seedance-2      | durations: ['4']             | /models/seedance-2/durations/0: string found, integer expected",
        "/models/seedance-2      | generate_audio: yes please   | /models/seedance-2/generate_audio: string found, boolean expected",
        "/models/seedance-2      | outputs: {min: 1}            | /models/seedance-2/outputs: required property 'max' not found",
        "/models/seedance-2      | undocumented: [sede]         | /models/seedance-2/undocumented: 'sede' is unknown",
        "/models/seedance-2      | frame_aspect_ratios: [2:1]   | /models/seedance-2/frame_aspect_ratios: '2:1' is unknown",
        "/models/seedance-2      | same_as: seedance-2-5        | same_as",
        "/models/seedance-2      | resolutions: [8k]            | /models/seedance-2/resolutions: '8k' is unknown",
        "/defaults               | aspect_ratio: adaptive       | /defaults/aspect_ratio: must be one of",
        "                        | aspect_ratios: 16:9          | /aspect_ratios: string found, array expected",
        "                        | max_first_frames: -1         | /max_first_frames: must have a minimum value of 0",
        "                        | fields: [model, seeds]       | /fields/1: does not have a value in the enumeration",
        "/members                | tail: {values: [a]}          | /members/tail: required property 'about' not found",
        "/members                | duration: {about: x}         | /members/duration: is one of `fields` already",
        "/members/output_format  | default: avi                 | /members/output_format/default: must be one of its values",
        "/members/output_format  | default: true                | /members/output_format/default: must be true or false for a switch",
        "/members/output_format  | models: [seedance-5]         | /members/output_format/models: 'seedance-5' is unknown",
        "/members/output_format  | was: duration                | /members/output_format/was: must be no member",
        "/review                 | member: output_format        | /review/member: must be a row of `members` that is a switch",
        "/review                 | image_url_schemes: [ftp]     | /review/image_url_schemes/0",
        "/operations             | member: private_asset_review | /operations/member: must be a row of `members` that has `values`",
        "/operations/values      | remix: {}                    | /operations/values/remix: must be one of the values of its member",
        "/operations/values/edit | durations: [99]              | /operations/values/edit/durations: '99' is unknown; expected some of",
        "/operations/values/edit | aspect_ratios: [2:1]         | /operations/values/edit/aspect_ratios: '2:1' is unknown"
      })
  void says_what_is_wrong(String at, String change, String message) {
    JsonNode table = SameModels.resolve(read("2026-09.yaml"));
    ((ObjectNode) table.at(at == null ? "" : at)).setAll((ObjectNode) Yaml.parse(change));

    assertThatThrownBy(() -> FORMAT.check(table, "capabilities/2026-09.yaml"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("capabilities/2026-09.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void a_table_must_have_its_keys() {
    JsonNode table = SameModels.resolve(Yaml.parse("{revision: 2027-01, models: {}}"));

    assertThatThrownBy(() -> FORMAT.check(table, "capabilities/2027-01.yaml"))
        .hasMessageContaining("required property 'aspect_ratios' not found")
        .hasMessageContaining("/models: must have at least 1 properties");
  }

  @Test
  void same_as_names_a_model_that_has_columns() {
    assertThatThrownBy(
            () -> SameModels.resolve(Yaml.parse("{models: {a: {same_as: b}, b: {same_as: a}}}")))
        .hasMessageContaining("models/a/same_as is 'b'");
  }

  @Test
  void the_tables_of_today_have_the_format() {
    assertThatCode(() -> FORMAT.check(SameModels.resolve(read("2026-09.yaml")), "2026-09.yaml"))
        .doesNotThrowAnyException();
  }

  /** A stranger who writes a revision reads these comments and nothing else. */
  @Test
  void the_comments_name_every_key() throws IOException {
    String texts =
        Files.readString(TABLES.resolve("2026-06.yaml"))
            + Files.readString(TABLES.resolve("2026-09.yaml"));
    Set<String> keys = new TreeSet<>();
    for (JsonNode part : read("table.schema.json").findValues("properties")) {
      part.fieldNames().forEachRemaining(keys::add);
    }

    assertThat(keys)
        .contains("max_images", "was")
        .allSatisfy(key -> assertThat(texts).contains(key));
  }

  private static JsonNode read(String file) {
    return Yaml.read(TABLES.resolve(file));
  }
}
