package dev.seedance.validator;

import static dev.seedance.validator.Requests.june;
import static dev.seedance.validator.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedSinceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-mini | 'duration': 5                       | /duration 2026-08",
        "-mini | 'generate_audio': true              | /generate_audio 2026-08",
        "-mini | 'duration': 99                      | /duration null",
        "-mini | 'duration': 5, 'generate_audio': 1  | /duration 2026-08, /generate_audio null",
        "      | 'aspect_ratio': 'adaptive'          | /aspect_ratio 2026-08",
        "      | 'tools': [{'type': 'web_search'}]   | /tools 2026-08",
        "      | 'tools': [{'type': 'other'}]        | /tools null", // reported below it
        "      | 'private_asset_review': false       | /private_asset_review 2026-09",
        "      | 'output_format': 'mov'              | /output_format null", // not on this model
        "-5    | 'output_format': 'mov'              | /model 2026-09, /output_format 2026-09",
        "-5    | 'aspect_ratio': 'adaptive'          | /model 2026-09, /aspect_ratio 2026-08",
        "-9    | 'duration': 5                       | /model null",
        "      | 'trace_id': 't'                     | /trace_id 2026-08",
        "      | 'nobody_knows': 1                   | /nobody_knows null",
      })
  void names_the_oldest_revision_that_reports_nothing(
      @Nullable String model, String members, String expected) {
    assertThat(marks(june(text(model == null ? "" : model, members)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "{'model': 'seedance-2', 'prompt': 'x', 'n': 1, 'n': 2}", "{'n': 1}"})
  void faults_of_every_revision_have_no_mark(String body) {
    assertThat(june(body).violations()).isNotEmpty().allMatch(v -> v.acceptedSince() == null);
  }

  @Test
  void a_revision_that_does_not_know_the_model_is_not_asked() {
    var report = Requests.check("2026-08", text("-5", "'private_asset_review': false"));
    assertThat(marks(report)).isEqualTo("/model 2026-09, /private_asset_review 2026-09");
  }

  @Test
  void the_newest_revision_has_none_after_it() {
    var newest = RequestValidator.builder().revision("latest").build();
    var request = GenerationRequest.builder().model("seedance-2").prompt("x").n(9L).build();
    assertThat(newest.validate(request).violations())
        .isNotEmpty()
        .allMatch(violation -> violation.acceptedSince() == null);
  }

  @Test
  void records_and_fail_fast_reports_tell_it_too() {
    var request =
        GenerationRequest.builder().model("seedance-2-mini").prompt("x").duration(5L).build();
    assertThat(marks(Requests.validator("2026-06").validate(request)))
        .isEqualTo("/duration 2026-08");
    assertThat(marks(RequestValidator.builder().failFast(true).build().validate(request)))
        .isEqualTo("/duration 2026-08");
  }

  @Test
  void limits_of_the_channel_hold_in_newer_revisions_too() {
    var validator = RequestValidator.builder().revision("2026-08").maxReferenceVideos(1).build();
    var video = new MediaReference("https://a.example/v.mp4", "reference_video");
    var request =
        GenerationRequest.builder()
            .model("seedance-2")
            .prompt("x")
            .videoWithRoles(List.of(video, video))
            .build();
    assertThat(marks(validator.validate(request))).isEqualTo("/video_with_roles null");
  }

  @Test
  void messages_tell_it_in_their_language() {
    var request = text("-mini", "'duration': 5");
    assertThat(june(request).violations().get(0).message())
        .startsWith("duration 5 is not supported by seedance-2-mini")
        .endsWith("; accepted since revision 2026-08: --revision latest");
    var chinese = RequestValidator.builder().locale(Locale.CHINESE).build();
    assertThat(
            chinese
                .validate(request.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .violations()
                .get(0)
                .message())
        .endsWith("；自修订版 2026-08 起接受：--revision latest");
  }

  @Test
  void stands_in_the_json_form_if_there_is_one() throws JsonProcessingException {
    var report = june(text("-mini", "'duration': 5, 'seed': 'x'"));
    assertThat(new ObjectMapper().writeValueAsString(report))
        .contains("\"allowed\":[4,8,10,12,15],\"accepted_since\":\"2026-08\"}")
        .endsWith("\"value\":\"x\",\"allowed\":[]}]}");
  }

  @Test
  void is_told_to_many_threads_at_once() throws Exception {
    var validator = RequestValidator.create();
    byte[] body =
        text("-mini", "'duration': 5").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Callable<String> check = () -> marks(validator.validate(body));
    var threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<String> told :
          threads.invokeAll(Stream.generate(() -> check).limit(40).toList())) {
        assertThat(told.get()).isEqualTo("/duration 2026-08");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String marks(ValidationReport report) {
    return report.violations().stream()
        .map(violation -> violation.pointer() + " " + Objects.toString(violation.acceptedSince()))
        .collect(Collectors.joining(", "));
  }
}
