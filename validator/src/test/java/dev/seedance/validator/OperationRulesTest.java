package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.references;
import static dev.seedance.validator.Requests.september;
import static dev.seedance.validator.Requests.text;

import org.junit.jupiter.api.Test;

/** Messages of the rules of seedance-2-5; the vectors have the cases. */
class OperationRulesTest {

  @Test
  void an_operation_starts_from_a_video() {
    assertThat(september(text("-5", "'video_operation': 'extend'")))
        .hasOnly(
            violation("video-operation.needs-video")
                .at("/video_operation")
                .saying("video_operation 'extend'", "video_with_roles", "'reference_video'"));
  }

  @Test
  void an_operation_narrows_duration_and_ratio() {
    assertThat(
            september(
                text(
                    "-5",
                    "'video_operation': 'edit', 'duration': 8, 'aspect_ratio': '16:9',"
                        + " 'video_with_roles': "
                        + references("reference_video", 1))))
        .hasOnly(
            violation("video-operation.duration")
                .at("/duration")
                .saying("edit", "seedance-2-5", "duration 8", "use one of -1"),
            violation("video-operation.aspect-ratio")
                .at("/aspect_ratio")
                .saying("edit", "'16:9'", "use adaptive"));
    assertThat(
            september(
                text(
                    "-5",
                    "'video_operation': 'extend', 'duration': 0, 'video_with_roles': "
                        + references("reference_video", 1))))
        .hasOnly(violation("video-operation.duration").at("/duration").saying("4-30, -1"));
  }

  @Test
  void other_models_have_no_operations() {
    assertThat(september(text("", "'video_operation': 'edit', 'duration': 8")))
        .hasOnly(
            violation("field.not-on-model")
                .at("/video_operation")
                .saying("seedance-2 has no video_operation", "'edit'", "seedance-2-5-cn"));
  }

  @Test
  void frames_want_the_ratio_of_the_picture() {
    assertThat(
            september(
                text(
                    "-5",
                    "'aspect_ratio': '16:9', 'image_with_roles': " + references("first_frame", 1))))
        .hasOnly(
            violation("frame-mode.aspect-ratio")
                .at("/aspect_ratio")
                .saying("seedance-2-5", "adaptive", "'16:9'"));
  }

  @Test
  void some_members_are_not_documented() {
    assertThat(september(text("-5", "'seed': 7")))
        .hasOnly(violation("field.undocumented").at("/seed").saying("seed", "7", "seedance-2-5"));
  }

  @Test
  void all_images_count() {
    assertThat(september(text("-5-cn", "'image_with_roles': " + references("reference_image", 31))))
        .hasOnly(
            violation("reference-images.too-many")
                .at("/image_with_roles")
                .saying("31 images", "whatever their role", "30"));
  }
}
