package dev.seedance.validator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.validator.docs.CapabilitiesPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A further revision is a file: with models, members, a review, operations and limits of its own.
 * The table and the requests are test data of api-spec, whose build makes this of a stranger's
 * file.
 */
class StrangersRevisionTest {

  private static final Path DATA =
      Path.of("../api-spec/src/test/resources/dev/seedance/spec/build/stranger");
  private static final Capabilities CAPABILITIES =
      CapabilityTable.capabilities(read("2027-01.json"));
  private static final RequestValidator VALIDATOR =
      new RequestValidator(CAPABILITIES, RequestValidator.builder().locale(Locale.ENGLISH));

  static Iterable<JsonNode> requests() {
    return read("requests.json");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void judges_requests_as_the_table_says(JsonNode vector) {
    ObjectNode request = vector.path("request").deepCopy();
    request.put("prompt", "x");
    List<String> expected = new ArrayList<>();
    vector.path("rules").forEach(rule -> expected.add(rule.asText()));

    var report = VALIDATOR.validate(request.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(report.violations())
        .as(report.toString())
        .extracting(Violation::rule)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void lists_the_rules_that_its_requests_can_break() {
    assertThat(CAPABILITIES.rules())
        .contains("field.not-on-model", "field.undocumented", "frame-mode.aspect-ratio")
        .endsWith("style.unsupported", "style.renamed", "task.unsupported")
        .doesNotContain("tools.unsupported", "trace-id.without-callback");
  }

  @Test
  void has_a_page_in_the_docs() {
    assertThat(new CapabilitiesPage().write(List.of(Capabilities.of("2026-09"), CAPABILITIES)))
        .contains("## Revision 2027-01")
        .contains("| `style` | `ink` `oil` | `ink` `oil` | no |");
  }

  private static JsonNode read(String file) {
    try {
      return new ObjectMapper().readTree(DATA.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("tests run in the base directory of the module", e);
    }
  }
}
