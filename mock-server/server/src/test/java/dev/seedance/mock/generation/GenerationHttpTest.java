package dev.seedance.mock.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GenerationHttpTest {

  private static final String REQUEST =
      """
      {"model":"seedance-2","prompt":"A lighthouse","duration":5,"client_business_id":"order-1"}
      """;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    server =
        MockServer.start(
            MockOptions.builder().clock(ClockSetting.AUTO).clockStart(START).seed(7).build());
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_submitted_task_is_queued_and_echoes_what_it_was_asked() {
    var answer = calls.submit("submit", REQUEST);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/id")).matches("tsk_vid_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(answer.text("/client_business_id")).isEqualTo("order-1");
    assertThat(answer.text("/object")).isEqualTo("generation.task");
    assertThat(answer.text("/model")).isEqualTo("seedance-2");
    assertThat(answer.text("/status")).isEqualTo("queued");
    assertThat(answer.json().path("progress").intValue()).isZero();
    assertThat(answer.json().path("created_at").longValue()).isEqualTo(START.getEpochSecond());
    assertThat(answer.json().has("result")).isFalse();
  }

  @Test
  void every_answer_names_its_request() {
    assertThat(calls.submit("named", REQUEST).header("X-Request-Id")).startsWith("req_");
  }

  @Test
  void polls_lead_through_the_whole_life_under_an_automatic_clock() {
    String id = calls.submit("life", REQUEST).text("/id");
    List<String> seen = new ArrayList<>();
    HttpCalls.Answer answer;
    do {
      answer = calls.poll("life", id);
      seen.add(answer.text("/status") + " " + answer.json().path("progress"));
    } while (!answer.text("/status").equals("completed"));

    assertThat(seen)
        .containsExactly(
            "in_progress 1", "in_progress 25", "in_progress 50", "in_progress 75", "completed 100");
    assertThat(answer.json().path("expires_at").longValue())
        .isEqualTo(answer.json().path("completed_at").longValue() + 86_400);
    assertThat(answer.text("/result/type")).isEqualTo("video");
    assertThat(answer.text("/result/data/0/format")).isEqualTo("mp4");
  }

  @Test
  void a_task_is_found_by_the_caller_s_own_id() {
    String id = calls.submit("own-id", REQUEST).text("/id");
    assertThat(calls.poll("own-id", "order-1").text("/id")).isEqualTo(id);
  }

  @Test
  void a_known_business_id_replays_its_task() {
    var first = calls.submit("replay", REQUEST);
    var second = calls.submit("replay", REQUEST);
    assertThat(first.header("X-Mock-Replayed")).isEmpty();
    assertThat(second.header("X-Mock-Replayed")).isEqualTo("true");
    assertThat(second.text("/id")).isEqualTo(first.text("/id"));
  }

  @Test
  void another_key_does_not_see_the_task() {
    String id = calls.submit("owner", REQUEST).text("/id");
    assertThat(calls.poll("stranger", id).status()).isEqualTo(404);
    assertThat(calls.poll("stranger", "order-1").status()).isEqualTo(404);
  }

  @Test
  void a_rejected_task_fails_with_its_reason_and_http_200() {
    String id =
        calls
            .submit(
                "failing",
                """
                {"model":"seedance-2","prompt":"[mock:content-rejected] A lighthouse"}""")
            .text("/id");
    HttpCalls.Answer answer;
    do {
      answer = calls.poll("failing", id);
      assertThat(answer.status()).isEqualTo(200);
    } while (answer.text("/status").equals("in_progress"));
    assertThat(answer.text("/status")).isEqualTo("failed");
    assertThat(answer.text("/error/code")).isEqualTo("generation_failed");
    assertThat(answer.json().has("result")).isFalse();
  }

  @Test
  void the_same_seed_and_key_give_the_same_answers_on_another_server() {
    try (var twin =
        MockServer.start(
            MockOptions.builder().clock(ClockSetting.AUTO).clockStart(START).seed(7).build())) {
      var twinCalls = new HttpCalls(twin.baseUrl());
      assertThat(twinCalls.submit("twin", REQUEST).body())
          .isEqualTo(calls.submit("twin", REQUEST).body());
    }
  }

  @Test
  void as_many_videos_as_were_asked_for() {
    var answer =
        calls.send(
            calls
                .request("/v1/videos/generations")
                .header("Authorization", "Bearer many")
                .header("Content-Type", "application/json")
                .header("X-Mock-Scenario", "instant")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"model":"seedance-2","prompt":"x","count":3,"return_last_frame":true}""")));
    assertThat(answer.json().at("/result/data")).hasSize(3);
    assertThat(answer.text("/result/data/2/last_frame_url")).endsWith("/2.png");
  }
}
