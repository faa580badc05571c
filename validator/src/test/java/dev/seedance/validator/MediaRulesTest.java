package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.august;
import static dev.seedance.validator.Requests.june;
import static dev.seedance.validator.Requests.references;
import static dev.seedance.validator.Requests.text;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRulesTest {

  private static final String FIRST = "{'url': 'https://a.example/1', 'role': 'first_frame'}";
  private static final String LAST = "{'url': 'https://a.example/2', 'role': 'last_frame'}";
  private static final String REFERENCE = "{'url': 'asset://pa_1', 'role': 'reference_image'}";

  private static String images(String... references) {
    return "'image_with_roles': [" + String.join(", ", references) + "]";
  }

  @Test
  void a_request_needs_a_prompt_or_media() {
    assertThat(june("{'model': 'seedance-2'}"))
        .hasOnly(violation("prompt.required").at("/prompt").saying("neither a prompt nor media"));
    assertThat(june("{'model': 'seedance-2', 'prompt': '　', 'image_urls': []}"))
        .hasOnly(violation("prompt.required").at("/prompt"));
    assertThat(june("{'model': 'seedance-2', " + images(REFERENCE) + "}"))
        .hasOnly(violation("prompt.recommended").at("/prompt").saying("no prompt"));
  }

  @Test
  void image_urls_are_for_compatibility_alone() {
    assertThat(june(text("", "'image_urls': ['https://a.example/1']")))
        .hasOnly(violation("image-urls.discouraged").at("/image_urls").saying("image_with_roles"));
    assertThat(june(text("", "'image_urls': ['https://a.example/1'], " + images(REFERENCE))))
        .hasOnly(
            violation("image-urls.exclusive").at("/image_urls").saying("'reference_image'"),
            violation("image-urls.discouraged").at("/image_urls"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/x?y=1#z",
        "http://127.0.0.1:8080/x",
        "HTTPS://A.example/x|y",
        "https://[::1]/x",
        "https://例え.jp/図",
        "asset://pa_01",
        "data:image/png;base64,iVBORw0KGgo="
      })
  void takes_urls_that_can_be_followed(String url) {
    assertThat(june(text("", images("{'url': '" + url + "', 'role': 'reference_image'}"))))
        .isSpotless();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "/x.png",
        "ftp://a.example/x",
        "https://",
        "https:///x",
        "https://a b/x",
        "https://a.example:99999/",
        "https://[::1",
        "asset://",
        "asset://a/b"
      })
  void rejects_what_no_image_is_named_by(String url) {
    assertThat(june(text("", images("{'url': '" + url + "', 'role': 'reference_image'}"))))
        .hasOnly(
            violation("media-url.invalid")
                .at("/image_with_roles/0/url")
                .saying("'" + url + "'", "image", "https://, http://, asset://, data:image/"));
    assertThat(june(text("", "'image_urls': ['https://a.example/1', '" + url + "']")))
        .hasOnly(
            violation("image-urls.discouraged"),
            violation("media-url.invalid").at("/image_urls/1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data:image/png;base64,iVBO\\nRw0K | a line break or a space",
        "data:image/png;base64,iVBO\\r\\nRw0K\\r\\n | a line break or a space",
        "data:image/png;base64, iVBO | a line break or a space",
        "data:image/png;base64,iV-O_w== | URL-safe",
        "data:image/png;base64,iV==O | a = in its base64",
        "data:image/png;base64,iVBO=== | a = in its base64",
        "data:image/png;base64,a*b | a character in its base64",
        "data:image/png;base64, | holds no data",
        "data:image/png,abc | put ;base64, before",
        "data:image/png;charset=utf-8;base64,AAAA | no valid type",
        "data:image/;base64,AAAA | no valid type",
        "data:audio/mp3;base64,AAAA | begins with data:image/",
        "data:;base64,AAAA | begins with data:image/"
      })
  void names_the_fault_of_a_data_url(String url, String fault) {
    assertThat(june(text("", images("{'url': '" + url + "', 'role': 'reference_image'}"))))
        .hasOnly(violation("media-url.invalid").at("/image_with_roles/0/url").saying(fault));
  }

  @Test
  void videos_have_no_data_urls() {
    String data =
        "'video_with_roles': [{'url': 'data:video/mp4;base64,AAAA', 'role': 'reference_video'}]";
    assertThat(june(text("", data)))
        .hasOnly(violation("media-url.invalid").at("/video_with_roles/0/url").saying("video"));
  }

  @Test
  void url_and_role_are_required() {
    assertThat(june(text("", images("{}", "{'url': '', 'role': ' '}"))))
        .hasOnly(
            violation("media-url.required").at("/image_with_roles/0/url").saying("asset://"),
            violation("media-role.required").at("/image_with_roles/0/role").saying("last_frame"),
            violation("media-url.required").at("/image_with_roles/1/url"),
            violation("media-role.required").at("/image_with_roles/1/role"));
  }

  @Test
  void roles_belong_to_a_list() {
    assertThat(june(text("", "'video_with_roles': " + references("reference_image", 1))))
        .hasOnly(
            violation("media-role.unsupported")
                .at("/video_with_roles/0/role")
                .saying("'reference_image'", "seedance-2", "video_with_roles", "reference_video"));
  }

  @Test
  void two_frames_on_mini_are_two_faults_and_no_more() {
    assertThat(june(text("-mini", images(FIRST, LAST, REFERENCE))))
        .hasOnly(
            violation("media-role.unsupported").at("/image_with_roles/0/role"),
            violation("media-role.unsupported").at("/image_with_roles/1/role"));
    assertThat(june(text("-mini", images(LAST))))
        .hasOnly(violation("media-role.unsupported").at("/image_with_roles/0/role"));
    assertThat(august(text("-mini", images(FIRST, LAST)))).isSpotless();
  }

  @Test
  void there_is_one_first_and_one_last_frame() {
    assertThat(june(text("", images(FIRST, LAST)))).isSpotless();
    assertThat(june(text("", images(FIRST, FIRST, LAST, LAST))))
        .hasOnly(
            violation("first-frame.too-many").at("/image_with_roles").saying("2", "keep 1"),
            violation("last-frame.too-many").at("/image_with_roles").saying("2", "keep 1"));
    assertThat(june(text("", images(LAST))))
        .hasOnly(
            violation("last-frame.without-first").at("/image_with_roles").saying("'first_frame'"));
  }

  @Test
  void a_mistyped_first_frame_is_one_fault() {
    String mistyped = "{'url': 'https://a.example/1', 'role': 'firstframe'}";
    assertThat(june(text("", images(mistyped, LAST) + ", 'media_mode': 'frame'")))
        .hasOnly(violation("media-role.unsupported").at("/image_with_roles/0/role"));
  }

  @Test
  void frames_and_references_do_not_mix() {
    var mixed = violation("frame-mode.mixed").at("/image_with_roles").saying("either");
    assertThat(june(text("", images(FIRST, REFERENCE)))).hasOnly(mixed);
    assertThat(
            june(
                text(
                    "",
                    images(FIRST) + ", 'video_with_roles': " + references("reference_video", 1))))
        .hasOnly(mixed);
    assertThat(
            june(
                text(
                    "",
                    images(FIRST) + ", 'audio_with_roles': " + references("reference_audio", 1))))
        .hasOnly(mixed);
  }

  @Test
  void nine_reference_images_are_enough() {
    assertThat(june(text("-mini", "'image_with_roles': " + references("reference_image", 9))))
        .isSpotless();
    assertThat(june(text("-mini", "'image_with_roles': " + references("reference_image", 10))))
        .hasOnly(violation("reference-images.too-many").at("/image_with_roles").saying("10", "9"));
    String urls = "'https://a.example/1',".repeat(10).replaceAll(",$", "");
    assertThat(june(text("", "'image_urls': [" + urls + "]")))
        .hasOnly(
            violation("image-urls.discouraged"),
            violation("reference-images.too-many").at("/image_urls").saying("10"));
  }

  @Test
  void mini_takes_three_videos_and_audios_the_others_what_the_channel_takes() {
    String videos = "'video_with_roles': " + references("reference_video", 4);
    String audios = ", 'audio_with_roles': " + references("reference_audio", 4);
    assertThat(june(text("-mini", videos + audios)))
        .hasOnly(
            violation("reference-videos.too-many")
                .at("/video_with_roles")
                .saying("4", "-mini", "3"),
            violation("reference-audios.too-many")
                .at("/audio_with_roles")
                .saying("4", "-mini", "3"));
    assertThat(june(text("", videos + audios))).isSpotless();
    var routed = RequestValidator.builder().maxReferenceVideos(3).maxReferenceAudios(2).build();
    byte[] body = text("", videos + audios).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertThat(routed.validate(body))
        .hasOnly(
            violation("reference-videos.too-many").at("/video_with_roles"),
            violation("reference-audios.too-many").at("/audio_with_roles"));
  }

  @Test
  void audio_needs_something_to_see() {
    String audio = "'audio_with_roles': " + references("reference_audio", 1);
    assertThat(june(text("", audio)))
        .hasOnly(
            violation("audio.without-visual").at("/audio_with_roles").saying("image or video"));
    assertThat(june(text("", audio + ", " + images(REFERENCE)))).isSpotless();
  }

  @Test
  void media_mode_is_frame_and_needs_a_first_frame() {
    assertThat(june(text("", "'media_mode': 'frame', " + images(FIRST)))).isSpotless();
    assertThat(june(text("", "'media_mode': 'frame'")))
        .hasOnly(
            violation("media-mode.needs-first-frame").at("/media_mode").saying("'first_frame'"));
    assertThat(june(text("", "'media_mode': 'movie'")))
        .hasOnly(violation("media-mode.unsupported").at("/media_mode").saying("'movie'", "frame"));
    assertThat(june(text("-mini", "'media_mode': 'frame'")))
        .hasOnly(violation("media-mode.unsupported").at("/media_mode").saying("-mini"));
  }

  @Test
  void says_what_the_data_of_a_url_are_in_truth() {
    assertThat(june(text("", image("data:image/png;base64,/9j/4AAQSkZJRgA="))))
        .hasOnly(
            violation("media-url.mismatch")
                .at("/image_with_roles/0/url")
                .saying("declares image/png", "begin like JPEG", "declare image/jpeg"));
    assertThat(june(text("", image("data:image/png;base64,PGh0bWw+"))))
        .hasOnly(
            violation("media-url.mismatch")
                .at("/image_with_roles/0/url")
                .saying("begin like HTML", "no image", "send the right file"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:image/png;base64,iVBORw0K",
        "data:image/x-any;base64,/9j/4AAQSkZJRgA=", // no type that is known
        "data:image/png;base64,AAAA" // no bytes that are known
      })
  void tells_no_type_that_is_not_sure(String url) {
    assertThat(june(text("", image(url)))).isSpotless();
  }

  private static String image(String url) {
    return images("{'url': '" + url + "', 'role': 'reference_image'}");
  }
}
