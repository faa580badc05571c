package dev.seedance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.exchange.Calls;
import dev.seedance.contract.exchange.Calls.Answer;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.mock.testkit.MockServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every exchange in here is held to {@code openapi.yaml}. */
class LifecycleTest {

  private static final CheckedHttp HTTP = new CheckedHttp();

  private static MockServer mock;

  @BeforeAll
  static void start() {
    mock = MockServer.builder().clock("auto").start();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @Test
  void a_task_is_queued_then_runs_then_completes() {
    var calls = calls("completes");
    Answer submitted =
        calls.submit(
            """
            {"model":"seedance-2","prompt":"A lighthouse","duration":5,"return_last_frame":true,
             "client_business_id":"order-1"}""");
    List<Answer> life = follow(calls, submitted);

    assertThat(life)
        .extracting(answer -> answer.text("/status"))
        .containsSubsequence("queued", "in_progress", "completed");
    assertThat(life).extracting(answer -> answer.body().path("progress").asInt()).isSorted();
    Answer done = life.get(life.size() - 1);
    assertThat(done.text("/client_business_id")).isEqualTo("order-1");
    assertThat(seconds(done, "completed_at")).isGreaterThan(seconds(done, "created_at"));
    assertThat(seconds(done, "expires_at")).isGreaterThan(seconds(done, "completed_at"));
    assertThat(done.text("/result/data/0/url")).startsWith(mock.baseUrl().toString());
  }

  @Test
  void a_task_can_fail_and_says_why() {
    var calls = calls("fails");
    Answer submitted =
        calls.submit(
            """
            {"model":"seedance-2","prompt":"[mock:content-rejected] A lighthouse"}""");
    List<Answer> life = follow(calls, submitted);
    Answer end = life.get(life.size() - 1);
    assertThat(end.text("/status")).isEqualTo("failed");
    assertThat(end.text("/error/code")).isEqualTo("generation_failed");
  }

  @Test
  void a_final_task_stays_as_it_is() {
    var calls = calls("final");
    List<Answer> life =
        follow(calls, calls.submit("{\"model\":\"seedance-2-mini\",\"prompt\":\"A lighthouse\"}"));
    Answer end = life.get(life.size() - 1);
    assertThat(calls.poll(end.text("/id")).body()).isEqualTo(end.body());
  }

  @Test
  void refusals_conform_too() {
    var calls = calls("refusals");
    assertThat(calls.submit("{\"model\":\"seedance-2-mini\",\"duration\":7}").status())
        .isEqualTo(400);
    assertThat(calls.submit("{").status()).isEqualTo(400);
    assertThat(calls.poll("tsk_vid_unknown").status()).isEqualTo(404);
    assertThat(calls("").poll("any").status()).isEqualTo(401);
  }

  private static Calls calls(String key) {
    return HTTP.callsOf(mock.baseUrl(), key);
  }

  /** Polls until the task is final; returns every response, the submit's first. */
  private static List<Answer> follow(Calls calls, Answer submitted) {
    List<Answer> life = new ArrayList<>(List.of(submitted));
    while (!List.of("completed", "failed").contains(life.get(life.size() - 1).text("/status"))) {
      life.add(calls.poll(submitted.text("/id")));
    }
    return life;
  }

  private static long seconds(Answer answer, String field) {
    return answer.body().path(field).longValue();
  }
}
