package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.august;
import static dev.seedance.validator.Requests.june;
import static dev.seedance.validator.Requests.september;
import static dev.seedance.validator.Requests.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRulesTest {

  @Test
  void a_model_is_required() {
    var missing = violation("model.required").at("/model").saying("seedance-2-mini");
    assertThat(june("{'prompt': 'a boat'}")).hasOnly(missing);
    assertThat(june("{'model': ' ', 'prompt': 'a boat'}")).hasOnly(missing);
    assertThat(june("{'model': null, 'prompt': 'a boat'}")).hasOnly(missing);
  }

  @Test
  void an_unknown_model_skips_the_rules_of_models() {
    assertThat(june(text("-pro", "'duration': 99, 'resolution': '8k', 'n': 9")))
        .hasOnly(
            violation("model.unsupported")
                .at("/model")
                .saying("'seedance-2-pro'", "seedance-2, seedance-2-fast, seedance-2-mini"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4, 15})
  void takes_whole_durations_and_auto(int seconds) {
    assertThat(june(text("", "'duration': " + seconds))).isSpotless();
    assertThat(june(text("-fast", "'duration': " + seconds))).isSpotless();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2", "1", "3", "16", "2147483648", "9223372036854775807"})
  void rejects_other_durations(String seconds) {
    assertThat(june(text("", "'duration': " + seconds)))
        .hasOnly(
            violation("duration.unsupported")
                .at("/duration")
                .saying(seconds, "seedance-2", "4-15 (seconds)", "0, -1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 14})
  void mini_takes_the_durations_of_the_table_until_august(int seconds) {
    assertThat(june(text("-mini", "'duration': " + seconds)))
        .hasOnly(
            violation("duration.unsupported")
                .at("/duration")
                .saying("seedance-2-mini", "4, 8, 10, 12, 15", "4-15 in its text"));
    assertThat(august(text("-mini", "'duration': " + seconds))).isSpotless();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void mini_never_chooses_the_duration(int seconds) {
    var auto =
        violation("duration.auto-unsupported")
            .at("/duration")
            .saying("seedance-2-mini", "" + seconds);
    assertThat(june(text("-mini", "'duration': " + seconds))).hasOnly(auto);
    assertThat(august(text("-mini", "'duration': " + seconds))).hasOnly(auto);
  }

  @Test
  void a_model_may_choose_by_one_value_and_not_by_the_other() {
    assertThat(september(text("-5", "'duration': -1"))).isSpotless();
    assertThat(september(text("-5", "'duration': 0")))
        .hasOnly(
            violation("duration.auto-unsupported")
                .at("/duration")
                .saying("seedance-2-5", "0", "4-30 (seconds)", "-1 to let the model choose"));
  }

  @Test
  void resolutions_depend_on_the_model() {
    assertThat(june(text("", "'resolution': '4k'"))).isSpotless();
    assertThat(june(text("-fast", "'resolution': '1080p'")))
        .hasOnly(
            violation("resolution.unsupported")
                .at("/resolution")
                .saying("'1080p'", "seedance-2-fast", "480p, 720p"));
    assertThat(june(text("", "'resolution': ''")))
        .hasOnly(violation("resolution.unsupported").at("/resolution").saying("''"));
  }

  @Test
  void adaptive_is_an_aspect_ratio_since_august() {
    assertThat(june(text("", "'aspect_ratio': 'adaptive'")))
        .hasOnly(
            violation("aspect-ratio.unsupported")
                .at("/aspect_ratio")
                .saying("'adaptive'", "21:9, 16:9"));
    assertThat(august(text("", "'aspect_ratio': 'adaptive'"))).isSpotless();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mini_gets_its_switches_in_august(boolean value) {
    String members = "'generate_audio': " + value + ", 'return_last_frame': " + value;
    assertThat(june(text("-mini", members)))
        .hasOnly(
            violation("generate-audio.unsupported").at("/generate_audio").saying("-mini"),
            violation("return-last-frame.unsupported").at("/return_last_frame").saying("-mini"));
    assertThat(august(text("-mini", members))).isSpotless();
    assertThat(june(text("-fast", members))).isSpotless();
  }

  @Test
  void results_are_counted_by_two_names() {
    assertThat(june(text("", "'count': 1, 'n': 4"))).isSpotless();
    assertThat(june(text("", "'count': 0, 'n': 5")))
        .hasOnly(
            violation("outputs.out-of-range").at("/count").saying("count 0", "1-4"),
            violation("outputs.out-of-range").at("/n").saying("n 5", "1-4"));
    assertThat(june(text("-mini", "'n': 1")))
        .hasOnly(violation("outputs.unsupported").at("/n").saying("seedance-2-mini", "n (1)"));
  }

  @Test
  void tools_come_in_august() {
    String tools = "'tools': [{'type': 'web_search'}]";
    assertThat(june(text("", tools))).hasOnly(violation("field.unknown").at("/tools"));
    assertThat(august(text("", tools))).isSpotless();
    assertThat(august(text("", "'tools': [{'type': 'web_search'}, {'type': 'code'}, {}]")))
        .hasOnly(
            violation("tools.unsupported").at("/tools/1/type").saying("'code'", "web_search"),
            violation("tools.unsupported").at("/tools/2/type"));
    assertThat(
            august(
                text(
                    "",
                    tools + ", 'video_with_roles': " + Requests.references("reference_video", 1))))
        .hasOnly(violation("tools.text-only").at("/tools").saying("text alone"));
  }
}
