package dev.seedance.contract.pact;

import static dev.seedance.contract.pact.Bodies.json;
import static dev.seedance.contract.pact.Bodies.task;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import dev.seedance.client.model.AspectRatio;
import dev.seedance.client.model.AudioRole;
import dev.seedance.client.model.AudioWithRole;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ImageRole;
import dev.seedance.client.model.ImageWithRole;
import dev.seedance.client.model.Resolution;
import dev.seedance.client.model.VideoModel;
import dev.seedance.client.model.VideoRole;
import dev.seedance.client.model.VideoWithRole;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Submits of tasks. */
final class SubmitNeeds {

  static final String PATH = "/v1/videos/generations";
  static final String PROMPT = "A lighthouse in a storm";

  private static final String MODEL = "seedance-2(-fast|-mini)?";
  private static final String EARLY = "queued|in_progress|completed";
  private static final String IMAGE = "https://media.example.com/1.png";
  private static final String CLIP = "https://media.example.com/1.mp4";
  private static final String SOUND = "https://media.example.com/1.mp3";

  private SubmitNeeds() {}

  static List<Need> all() {
    return List.of(text(), frames(), references(), businessId(), replay());
  }

  /** Returns the smallest submit, for a test of something else. */
  static Need submit(String description) {
    return Need.of(description).posts(PATH, json(SubmitNeeds::small));
  }

  static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt(PROMPT).duration(5);
  }

  private static void small(LambdaDslObject body) {
    body.stringMatcher("model", MODEL, "seedance-2")
        .stringType("prompt", PROMPT)
        .integerType("duration", 5);
  }

  private static Need text() {
    return submit("a text-to-video request")
        .responds(200, task(EARLY, 0, more -> {}))
        .when(
            client -> {
              GenerationTask task = client.api().submit(request());
              assertThat(task.getId()).isEqualTo(Bodies.SAMPLE_TASK);
              assertThat(task.getStatus()).isEqualTo("queued");
            });
  }

  private static Need frames() {
    return Need.of("a request with a first and a last frame, a callback and every switch")
        .posts(
            PATH,
            json(
                body -> {
                  small(body);
                  body.stringMatcher("aspect_ratio", "\\d+:\\d+", "16:9")
                      .stringMatcher("resolution", "480p|720p|1080p|4k", "720p")
                      .booleanType("generate_audio", false)
                      .booleanType("return_last_frame", true)
                      .integerType("count", 2)
                      .integerType("seed", 7)
                      .stringMatcher("callback_url", Bodies.URL, "https://hooks.example.com/s")
                      .stringType("trace_id", "trace-1")
                      .array(
                          "image_with_roles",
                          images ->
                              images
                                  .object(media("first_frame", IMAGE))
                                  .object(media("last_frame", IMAGE)));
                }))
        .responds(200, task(EARLY, 0, more -> {}))
        .when(
            client -> {
              var request =
                  request()
                      .aspectRatio(AspectRatio.RATIO_16_9)
                      .resolution(Resolution.P720)
                      .generateAudio(false)
                      .returnLastFrame(true)
                      .count(2)
                      .seed(7L)
                      .callbackUrl("https://hooks.example.com/s")
                      .traceId("trace-1")
                      .imageWithRoles(
                          List.of(
                              new ImageWithRole().url(IMAGE).role(ImageRole.FIRST_FRAME),
                              new ImageWithRole().url(IMAGE).role(ImageRole.LAST_FRAME)));
              assertThat(client.api().submit(request).getStatus()).isEqualTo("queued");
            });
  }

  private static Need references() {
    return Need.of("a request with a reference image, video and audio")
        .posts(
            PATH,
            json(
                body -> {
                  small(body);
                  body.minArrayLike("image_with_roles", 1, media("reference_image", IMAGE))
                      .minArrayLike("video_with_roles", 1, media("reference_video", CLIP))
                      .minArrayLike("audio_with_roles", 1, media("reference_audio", SOUND));
                }))
        .responds(200, task(EARLY, 0, more -> {}))
        .when(
            client -> {
              var request =
                  request()
                      .addImageWithRolesItem(
                          new ImageWithRole().url(IMAGE).role(ImageRole.REFERENCE_IMAGE))
                      .addVideoWithRolesItem(
                          new VideoWithRole().url(CLIP).role(VideoRole.REFERENCE_VIDEO))
                      .addAudioWithRolesItem(
                          new AudioWithRole().url(SOUND).role(AudioRole.REFERENCE_AUDIO));
              assertThat(client.api().submit(request).getStatus()).isEqualTo("queued");
            });
  }

  private static Need businessId() {
    return Need.of("a request with a business id")
        .posts(
            PATH,
            json(
                body -> {
                  small(body);
                  body.stringType("client_business_id", "order-1");
                }))
        .responds(200, task(EARLY, 0, more -> more.stringValue("client_business_id", "order-1")))
        .when(
            client -> {
              var request = request().clientBusinessId("order-1");
              assertThat(client.api().submit(request).getClientBusinessId()).isEqualTo("order-1");
            });
  }

  private static Need replay() {
    return Need.of("the same business id a second time")
        .given(States.IN_PROGRESS, Map.of(States.BUSINESS_ID, "order-1"))
        .posts(
            PATH,
            json(
                body -> {
                  small(body);
                  body.stringValue("client_business_id", "order-1");
                }))
        .responds(
            200,
            task(
                "in_progress",
                40,
                more ->
                    more.stringValue("client_business_id", "order-1")
                        .valueFromProviderState("id", "${task_id}", Bodies.SAMPLE_TASK)))
        .when(
            client -> {
              GenerationTask task = client.api().submit(request().clientBusinessId("order-1"));
              assertThat(task.getStatus()).isEqualTo("in_progress");
            });
  }

  private static Consumer<LambdaDslObject> media(String role, String url) {
    return one -> one.stringMatcher("url", Bodies.URL, url).stringValue("role", role);
  }
}
