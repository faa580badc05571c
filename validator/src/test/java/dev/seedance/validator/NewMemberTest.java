package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.docs.CapabilitiesPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A member that is a switch or takes one of a list of values needs a row of the table and no code.
 * The rows are the test data of api-spec, which finds them in the JSON Schema.
 */
class NewMemberTest {

  private static final Path ROWS =
      Path.of("../api-spec/src/test/resources/dev/seedance/spec/build/new-members.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Capabilities CAPABILITIES = CapabilityTable.capabilities(table());
  private static final RequestValidator VALIDATOR =
      new RequestValidator(CAPABILITIES, RequestValidator.builder().locale(Locale.ENGLISH));

  @ParameterizedTest
  @CsvSource({
    "seedance-2-mini, 'draft_review', true",
    "seedance-2-mini, 'draft_review', null",
    "seedance-2, 'slow_motion', false",
    "seedance-2-fast, 'frame_style', '\"ink\"'",
  })
  void takes_what_the_row_allows(String model, String member, String value) {
    assertThat(VALIDATOR.validate(body(model, member, value))).isSpotless();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "draft_review | 'yes'  | field.type | draft_review must be true or false, not 'yes'",
        "frame_style  | 7      | field.type | frame_style must be a string, not 7",
        "slow_motion  | false  | field.not-on-model"
            + " | seedance-2-fast has no slow_motion (sent: false), so it is ignored: leave it out,"
            + " or use a model that has it (seedance-2)",
        "frame_look   | 'ink'  | frame-style.renamed"
            + " | frame_look is the old name of frame_style: send 'ink' as frame_style",
        "frame_style  | 'oil'  | frame-style.unsupported"
            + " | frame_style 'oil' is not supported by seedance-2-fast: use one of ink, water",
      },
      quoteCharacter = '`')
  void refuses_the_rest_with_its_own_rule(
      String member, String value, String rule, String message) {
    assertThat(VALIDATOR.validate(body("seedance-2-fast", member, value.replace('\'', '"'))))
        .hasOnly(violation(rule).at("/" + member).saying(message));
  }

  @Test
  void the_same_holds_for_requests_in_java() throws JsonProcessingException {
    var request =
        GenerationRequest.builder()
            .model("seedance-2")
            .prompt("x")
            .tableMember("frame_style", "oil")
            .tableMember("slow_motion", "yes")
            .tableMember("frame_look", "ink")
            .build();

    Assertions.assertThat(VALIDATOR.validate(request).violations())
        .extracting(violation -> violation.pointer() + " " + violation.rule())
        .containsExactly(
            "/frame_look frame-style.renamed",
            "/slow_motion field.type",
            "/frame_style frame-style.unsupported");
    Assertions.assertThat(JSON.writeValueAsString(request))
        .isEqualTo(
            "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"frame_style\":\"oil\",\"slow_motion\":\"yes\","
                + "\"frame_look\":\"ink\"}");
    assertThat(RequestValidator.create().validate(request))
        .hasOnly(
            violation("field.unknown").at("/frame_look"),
            violation("field.unknown").at("/frame_style"),
            violation("field.unknown").at("/slow_motion"));
  }

  @Test
  void reads_them_into_the_request_and_reports_duplicates() {
    var report =
        VALIDATOR.validate(body("seedance-2", "frame_style", "\"ink\",\"slow_motion\":true"));
    Assertions.assertThat(report.request().orElseThrow().tableMembers())
        .isEqualTo(Map.of("frame_style", "ink", "slow_motion", true));

    assertThat(VALIDATOR.validate(body("seedance-2", "slow_motion", "true,\"slow_motion\":true")))
        .hasOnly(violation("json.duplicate-key").at("/slow_motion"));
  }

  @Test
  void a_misspelt_name_is_corrected() {
    assertThat(VALIDATOR.validate(body("seedance-2", "frame_stile", "\"ink\"")))
        .hasOnly(violation("field.unknown").at("/frame_stile").saying("did you mean frame_style?"));
  }

  @Test
  void has_a_row_in_the_docs_and_a_rule_if_requests_can_break_it() {
    Assertions.assertThat(new CapabilitiesPage().write(List.of(CAPABILITIES)))
        .contains("| `draft_review` | yes | yes | yes |")
        .contains("| `slow_motion` | yes | no | no |")
        .contains("| `frame_style` | `ink` `water` | `ink` `water` | no |");
    Assertions.assertThat(CAPABILITIES.rules())
        .contains("field.not-on-model")
        .endsWith("frame-style.unsupported", "frame-style.renamed");
    Assertions.assertThat(CAPABILITIES.tableMember("frame_style"))
        .extracting(TableMember::byDefault, TableMember::oldName)
        .containsExactly("water", "frame_look");
  }

  private static byte[] body(String model, String member, String value) {
    return "{\"model\": \"%s\", \"prompt\": \"x\", \"%s\": %s}"
        .formatted(model, member, value)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode table() {
    try (InputStream in = ApiSpec.capabilities("2026-08").openStream()) {
      ObjectNode table = (ObjectNode) JSON.readTree(in);
      return table.set("members", JSON.readTree(Files.readString(ROWS)));
    } catch (IOException e) {
      throw new UncheckedIOException("tests run in the base directory of the module", e);
    }
  }
}
