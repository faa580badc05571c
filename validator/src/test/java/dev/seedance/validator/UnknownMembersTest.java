package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.june;
import static dev.seedance.validator.Requests.text;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownMembersTest {

  @ParameterizedTest
  @CsvSource({
    "ratio, did you mean aspect_ratio?",
    "aspectRatio, did you mean aspect_ratio?",
    "aspect-ratio, did you mean aspect_ratio?",
    "image_url, did you mean image_urls?",
    "promt, did you mean prompt?",
    "duratoin, did you mean duration?",
    "resolutoin, did you mean resolution?",
    "webhook_url, did you mean callback_url?",
    "seeds, did you mean seed?",
    "negative_prompt, remove it",
    "watermark, remove it",
    "camera_fixed, remove it",
    "x, remove it",
    "m, remove it"
  })
  void an_unknown_field_gets_a_hint_that_helps(String field, String words) {
    assertThat(june(text("", "'" + field + "': 1")))
        .hasOnly(violation("field.unknown").at("/" + field).saying("'" + field + "'", words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "size          | '16:9'              | did you mean aspect_ratio?",
        "size          | '720p'              | did you mean resolution?",
        "size          | '1280x720'          | did you mean resolution?",
        "audio         | true                | did you mean generate_audio?",
        "audio         | 'https://a/x.mp3'   | did you mean audio_with_roles?",
        "last_frame    | true                | did you mean return_last_frame?",
        "last_frame    | 'https://a/x.png'   | did you mean image_with_roles?",
        "sound         | 'asset://a'         | did you mean audio_with_roles?",
        "quality       | 'high'              | did you mean resolution?",
        "fps           | 24                  | remove it",
        "input_reference | 'data:image/png;' | did you mean image_with_roles?",
      })
  void a_hint_looks_at_the_value(String field, String value, String words) {
    assertThat(june(text("", "'" + field + "': " + value)))
        .hasOnly(violation("field.unknown").at("/" + field).saying(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-06 | tools                | [{'type': 'web_search'}] | known since revision 2026-08",
        "2026-06 | private_asset_review | true   | known since revision 2026-09",
        "2026-08 | video_operation      | 'edit' | known since revision 2026-09",
        "2026-06 | private_assets       | true"
            + " | did you mean private_asset_review, known since revision 2026-09?",
        "2026-08 | privateAssetReview   | true"
            + " | did you mean private_asset_review, known since revision 2026-09?",
        "2026-06 | output-format        | 'mov'"
            + " | did you mean output_format, known since revision 2026-09?",
        "2026-06 | format               | 'mov'"
            + " | did you mean output_format, known since revision 2026-09?",
      })
  void what_a_later_revision_knows_is_never_called_useless(
      String revision, String field, String value, String words) {
    var report = Requests.check(revision, text("", "'" + field + "': " + value));
    assertThat(report).hasOnly(violation("field.unknown").at("/" + field).saying(words));
    Assertions.assertThat(report.violations().get(0).message()).doesNotContain("remove", "ignored");
  }

  @Test
  void members_of_references_are_known() {
    assertThat(
            june(
                text(
                    "",
                    "'image_with_roles': [{'weight': 1, 'uri': 1, 'role': 'first_frame', 'url': 'asset://a'}]")))
        .hasOnly(
            violation("field.unknown").at("/image_with_roles/0/weight").saying("remove it"),
            violation("field.unknown").at("/image_with_roles/0/uri").saying("did you mean url?"));
  }
}
