package dev.seedance.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the check behind {@link ExamplesTest} bites. */
class SchemaCheckTest {

  private static final SchemaCheck SCHEMAS = SchemaCheck.strict(OpenApiDocument.ofTheModule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | {}",
        "/model | {\"model\": \"seedance-9\"}",
        "/duration | {\"model\": \"seedance-2\", \"duration\": 31}",
        "/duration | {\"model\": \"seedance-2\", \"duration\": \"5\"}",
        "'' | {\"model\": \"seedance-2\", \"ratio\": \"16:9\"}",
        "/image_with_roles/0 | {\"model\": \"seedance-2\", \"image_with_roles\": [{\"url\": \"a\"}]}",
        "/seed | {\"model\": \"seedance-2\", \"seed\": null}",
      })
  void reports_the_place_of_a_fault(String pointer, String request) throws JsonProcessingException {
    assertThat(SCHEMAS.faults("GenerationRequest", new ObjectMapper().readTree(request)))
        .singleElement()
        .asString()
        .startsWith(pointer + ": ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = "{\"model\": \"seedance-2\", \"metadata\": {\"shop\": 7}}")
  void leaves_free_form_data_alone(String request) throws JsonProcessingException {
    assertThat(SCHEMAS.faults("GenerationRequest", new ObjectMapper().readTree(request))).isEmpty();
  }
}
