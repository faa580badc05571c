package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.references;
import static dev.seedance.validator.Requests.september;
import static dev.seedance.validator.Requests.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of the rules on reviewed media; the vectors have the cases. */
class ReviewRulesTest {

  @Test
  void there_must_be_something_to_review() {
    assertThat(september(text("", "'private_asset_review': true")))
        .hasOnly(
            violation("private-asset-review.without-media")
                .at("/private_asset_review")
                .saying("private_asset_review is true", "no media", "leave", "out"));
  }

  @Test
  void an_asset_was_reviewed_before() {
    assertThat(reviewed("'image_with_roles': [{'url': 'asset://pa_1', 'role': 'reference_image'}]"))
        .hasOnly(
            violation("private-asset-review.asset-url")
                .at("/image_with_roles/0/url")
                .saying("'asset://pa_1'", "https://, http://, data:image/"));
  }

  @Test
  void a_url_is_short_and_without_a_password() {
    assertThat(reviewed("'video_with_roles': [" + video("https://a:b@a.example") + "]"))
        .hasOnly(
            violation("private-asset-review.url-invalid")
                .at("/video_with_roles/0/url")
                .saying("'https://a:b@a.example'", "user name or password", "video"));
    assertThat(
            reviewed(
                "'video_with_roles': [" + video("https://a.example/" + "é".repeat(1016)) + "]"))
        .hasOnly(
            violation("private-asset-review.url-invalid")
                .at("/video_with_roles/0/url")
                .saying("more than 2048 bytes in UTF-8"));
    assertThat(
            reviewed(
                "'video_with_roles': [" + video("https://a.example/" + "é".repeat(1015)) + "]"))
        .isSpotless();
  }

  @Test
  void an_audio_has_a_url() {
    assertThat(
            reviewed(
                "'image_with_roles': "
                    + references("reference_image", 1)
                    + ", 'audio_with_roles': [{'url': 'data:audio/mpeg;base64,SUQz', 'role': 'reference_audio'}]"))
        .hasOnly(
            violation("private-asset-review.url-invalid")
                .at("/audio_with_roles/0/url")
                .saying("audio", "https://, http://"));
  }

  @Test
  void a_url_stands_for_one_kind() {
    assertThat(
            reviewed(
                "'image_with_roles': "
                    + references("reference_image", 1)
                    + ", 'video_with_roles': "
                    + references("reference_video", 1)))
        .hasOnly(
            violation("private-asset-review.conflicting-kinds")
                .at("/video_with_roles/0/url")
                .saying("'https://example.com/file'", "as video here", "as image before"));
  }

  @Test
  void the_old_name_is_refused() {
    assertThat(september(text("", "'private_assets': true")))
        .hasOnly(
            violation("private-asset-review.renamed")
                .at("/private_assets")
                .saying("private_assets is the old name of private_asset_review", "send true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"june", "august"})
  void older_revisions_know_neither_name(String revision) {
    String body = text("", "'private_assets': true, 'private_asset_review': true");
    assertThat(revision.equals("june") ? Requests.june(body) : Requests.august(body))
        .hasOnly(
            violation("field.unknown").at("/private_assets"),
            violation("field.unknown").at("/private_asset_review"));
  }

  private static ValidationReport reviewed(String media) {
    return september(text("", "'private_asset_review': true, " + media));
  }

  private static String video(String url) {
    return "{'url': '" + url + "', 'role': 'reference_video'}";
  }
}
