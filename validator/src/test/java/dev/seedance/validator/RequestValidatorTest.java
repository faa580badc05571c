package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RequestValidatorTest {

  private static final RequestValidator JUNE = Requests.validator("2026-06");

  @Test
  void every_door_gives_the_same_report() throws JsonProcessingException {
    var request =
        GenerationRequest.builder()
            .model("seedance-2-mini")
            .duration(7L)
            .resolution("4k")
            .imageWithRoles(List.of(new MediaReference(" ", "first_frame")))
            .metadata(Map.of("client_business_id", "a"))
            .build();
    var report = JUNE.validate(request);
    assertThat(report)
        .hasOnly(
            violation("prompt.recommended").at("/prompt"),
            violation("client-business-id.prefer-top-level").at("/metadata/client_business_id"),
            violation("duration.unsupported").at("/duration"),
            violation("media-url.required").at("/image_with_roles/0/url"),
            violation("media-role.unsupported").at("/image_with_roles/0/role"),
            violation("resolution.unsupported").at("/resolution"));
    byte[] body = new ObjectMapper().writeValueAsBytes(request);
    Assertions.assertThat(JUNE.validate(body).violations())
        .containsExactlyInAnyOrderElementsOf(report.violations());
    Assertions.assertThat(JUNE.validate(body).request()).contains(request);
    Assertions.assertThat(JUNE.validateBean(request).violations())
        .isEqualTo(JUNE.validate(body).violations());
  }

  @Test
  void fields_of_another_revision_are_unknown_in_records_too() {
    var request =
        GenerationRequest.builder()
            .model("seedance-2")
            .prompt("x")
            .tools(List.of(new Tool("web_search")))
            .build();
    assertThat(JUNE.validate(request)).hasOnly(violation("field.unknown").at("/tools"));
    assertThat(Requests.validator("2026-08").validate(request)).isSpotless();
  }

  @Test
  void beans_are_checked_as_jackson_writes_them() {
    assertThat(JUNE.validateBean(Map.of("model", "seedance-2", "prompt", "\ud800")))
        .hasOnly(violation("json.malformed").saying("half a character"));
    assertThat(JUNE.validateBean("x")).hasOnly(violation("json.not-an-object"));
    Map<String, Object> endless = new HashMap<>();
    endless.put("model", endless);
    assertThatThrownBy(() -> JUNE.validateBean(endless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HashMap");
  }

  @Test
  void fail_fast_gives_the_first_error() {
    var validator = RequestValidator.builder().failFast(true).build();
    var request = GenerationRequest.builder().model("x").traceId("t").count(9L).build();
    assertThat(validator.validate(request)).hasOnly(violation("model.unsupported"));
    assertThat(
            validator.validate(
                GenerationRequest.builder().model("seedance-2").prompt("x").traceId("t").build()))
        .hasOnly(violation("trace-id.without-callback"));
  }

  @Test
  void refuses_options_that_make_no_sense() {
    assertThatThrownBy(() -> RequestValidator.builder().revision("2025-01").build())
        .hasMessageContaining("2025-01")
        .hasMessageContaining("2026-06");
    assertThatThrownBy(() -> RequestValidator.builder().maxReferenceVideos(-1))
        .hasMessageContaining("-1");
  }

  @Test
  void a_report_has_the_json_form_of_the_command_line() throws JsonProcessingException {
    var request = GenerationRequest.builder().model("seedance-2").prompt("x").n(9L).build();
    Assertions.assertThat(new ObjectMapper().writeValueAsString(JUNE.validate(request)))
        .isEqualTo(
            """
            {"valid":false,"violations":[{"rule":"outputs.out-of-range","severity":"error",\
            "pointer":"/n","message":"n 9 is out of range for seedance-2: use 1-4",\
            "value":9,"allowed":[1,2,3,4]}]}""");
  }

  @Test
  void a_request_is_immutable() {
    var request =
        GenerationRequest.builder()
            .metadata(new HashMap<>(Map.of("a", 1)))
            .imageUrls(List.of())
            .build();
    Assertions.assertThat(request.metadata()).isUnmodifiable();
    Assertions.assertThat(request.imageUrls()).isUnmodifiable();
  }
}
