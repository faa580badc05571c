package dev.seedance.mock.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GenerationHttpTest {

  private static final String REQUEST =
      """
      {"model":"seedance-2","prompt":"A lighthouse","duration":5,"client_business_id":"order-1"}
      """;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final String[] OPTIONS = {"--clock=auto", "--clock-start=" + START, "--seed=7"};

  @RegisterExtension static final TestServer server = TestServer.with(OPTIONS);

  @Test
  void a_submitted_task_is_queued_and_echoes_what_it_was_asked() {
    var response = server.submit(REQUEST);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text("/id")).matches("tsk_vid_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(response.text("/client_business_id")).isEqualTo("order-1");
    assertThat(response.text("/object")).isEqualTo("generation.task");
    assertThat(response.text("/model")).isEqualTo("seedance-2");
    assertThat(response.text("/status")).isEqualTo("queued");
    assertThat(response.json().path("progress").intValue()).isZero();
    assertThat(response.json().path("created_at").longValue()).isEqualTo(START.getEpochSecond());
    assertThat(response.json().has("result")).isFalse();
  }

  @Test
  void every_response_names_its_request() {
    assertThat(server.submit(REQUEST).header("X-Request-Id")).startsWith("req_");
  }

  @Test
  void polls_lead_through_the_whole_life_under_an_automatic_clock() {
    String id = server.submit(REQUEST).text("/id");
    List<String> seen = new ArrayList<>();
    Response response;
    do {
      response = server.poll(id);
      seen.add(response.text("/status") + " " + response.json().path("progress"));
    } while (!response.text("/status").equals("completed"));

    assertThat(seen)
        .containsExactly(
            "in_progress 1", "in_progress 25", "in_progress 50", "in_progress 75", "completed 100");
    assertThat(response.json().path("expires_at").longValue())
        .isEqualTo(response.json().path("completed_at").longValue() + 86_400);
    assertThat(response.text("/result/type")).isEqualTo("video");
    assertThat(response.text("/result/data/0/format")).isEqualTo("mp4");
  }

  @Test
  void a_task_is_found_by_the_caller_s_own_id() {
    String id = server.submit(REQUEST).text("/id");
    assertThat(server.poll("order-1").text("/id")).isEqualTo(id);
  }

  @Test
  void a_known_business_id_replays_its_task() {
    var first = server.submit(REQUEST);
    var second = server.submit(REQUEST);
    assertThat(first.header("X-Mock-Replayed")).isEmpty();
    assertThat(second.header("X-Mock-Replayed")).isEqualTo("true");
    assertThat(second.text("/id")).isEqualTo(first.text("/id"));
  }

  @Test
  void another_key_does_not_see_the_task() {
    String id = server.as("owner").submit(REQUEST).text("/id");
    assertThat(server.as("stranger").poll(id).status()).isEqualTo(404);
    assertThat(server.as("stranger").poll("order-1").status()).isEqualTo(404);
  }

  @Test
  void a_rejected_task_fails_with_its_reason_and_http_200() {
    String id =
        server
            .submit(
                """
                {"model":"seedance-2","prompt":"[mock:content-rejected] A lighthouse"}""")
            .text("/id");
    Response response;
    do {
      response = server.poll(id);
      assertThat(response.status()).isEqualTo(200);
    } while (response.text("/status").equals("in_progress"));
    assertThat(response.text("/status")).isEqualTo("failed");
    assertThat(response.text("/error/code")).isEqualTo("generation_failed");
    assertThat(response.json().has("result")).isFalse();
  }

  @Test
  void the_same_seed_and_key_give_the_same_responses_on_another_server() {
    try (var twin = TestServer.with(OPTIONS).start()) {
      assertThat(twin.as(server.key()).submit(REQUEST).body())
          .isEqualTo(server.submit(REQUEST).body());
    }
  }

  @Test
  void as_many_videos_as_were_asked_for() {
    var response =
        server.send(
            server
                .keyed(Calls.GENERATIONS)
                .header("X-Mock-Scenario", "instant")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"model":"seedance-2","prompt":"x","count":3,"return_last_frame":true}""")));
    assertThat(response.json().at("/result/data")).hasSize(3);
    assertThat(response.text("/result/data/2/last_frame_url")).endsWith("/2.png");
  }
}
