package dev.seedance.mock.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests whose files are reviewed before their task runs. */
class ReviewHttpTest {

  private static final String URL = "https://media.example/lighthouse.png";
  private static final String DATA = "data:image/png;base64,iVBORw0KGgoA";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration QUEUE = Duration.ofSeconds(12);

  @RegisterExtension
  static final TestServer server = TestServer.with("--revision=latest", "--clock=frozen");

  @Test
  void a_new_file_waits_minutes_in_the_queue() {
    String id = submit(URL, true).text("/id");
    Duration queued = queued(server, id);
    assertThat(queued).isBetween(MINUTE, MINUTE.multipliedBy(5));
    server.advance(queued.minusMillis(1).toString());
    assertThat(server.poll(id).text("/status")).isEqualTo("queued");
    server.advance("PT0.001S");
    assertThat(server.poll(id).text("/status")).isEqualTo("in_progress");
  }

  @Test
  void without_the_switch_nothing_is_reviewed() {
    assertThat(queued(server, submit(URL, false).text("/id"))).isLessThanOrEqualTo(QUEUE);
  }

  @Test
  void a_file_is_known_when_its_review_has_ended_and_not_before() {
    Duration first = queued(server, submit(URL, true).text("/id"));
    server.advance("PT30S");
    String meanwhile = submit(URL, true).text("/id");
    assertThat(queued(server, meanwhile)).isEqualTo(first.minusSeconds(30));
    server.advance("PT10M");
    assertThat(queued(server, submit(URL, true).text("/id"))).isLessThanOrEqualTo(QUEUE);
    assertThat(queued(server, submit(URL + "?2", true).text("/id"))).isGreaterThan(MINUTE);
  }

  @Test
  void bytes_are_known_by_their_content() {
    submit(DATA, true);
    server.advance("PT10M");
    assertThat(queued(server, submit(DATA, true).text("/id"))).isLessThanOrEqualTo(QUEUE);
    assertThat(queued(server, submit(DATA + "A", true).text("/id"))).isGreaterThan(MINUTE);
  }

  @Test
  void another_sandbox_reviews_anew_and_a_restored_one_does_not() {
    submit(URL, true);
    server.advance("PT10M");
    byte[] snapshot = server.get("/_mock/snapshot").body();
    server.post("/_mock/reset", "");
    assertThat(queued(server, submit(URL, true).text("/id"))).isGreaterThan(MINUTE);
    assertThat(server.put("/_mock/snapshot", snapshot).status()).isEqualTo(204);
    assertThat(queued(server, submit(URL, true).text("/id"))).isLessThanOrEqualTo(QUEUE);
    assertThat(snapshot)
        .asString(StandardCharsets.UTF_8)
        .containsPattern("\"reviewed_files\":\\[\\{\"hash\":\"[0-9a-f]{32}\"");
  }

  @ParameterizedTest
  @CsvSource({
    "review-refused, PT3M, media_review_refused",
    "review-timeout, PT20M, media_review_timeout"
  })
  void a_review_can_end_the_task_in_the_queue_and_unpaid(
      String scenario, Duration least, String code) {
    String spent = server.get("/v1/balance").text("/used_balance");
    String id = submit("[mock:" + scenario + "]", URL, true).text("/id");
    assertThat(queued(server, id)).isBetween(least, Duration.ofMinutes(20));
    assertThat(server.poll(id).text("/status")).isEqualTo("queued");
    server.advance("PT20M");
    Response failed = server.poll(id);
    assertThat(failed.text("/status")).isEqualTo("failed");
    assertThat(failed.text("/error/code")).isEqualTo(code);
    assertThat(server.get("/v1/balance").text("/used_balance")).isEqualTo(spent);
    assertThat(queued(server, submit(URL, true).text("/id")))
        .as("a file that was refused is not known")
        .isGreaterThan(MINUTE);
  }

  private static Response submit(String url, boolean review) {
    return submit("x", url, review);
  }

  private static Response submit(String prompt, String url, boolean review) {
    return server.submit(
        """
        {"model":"seedance-2","prompt":"%s","private_asset_review":%b,
         "image_with_roles":[{"role":"reference_image","url":"%s"}]}"""
            .formatted(prompt, review, url));
  }

  private static Duration queued(Calls calls, String id) {
    Response task = calls.get("/_mock/tasks/" + id);
    return Duration.between(
        Instant.parse(task.text("/plan/submitted_at")),
        Instant.parse(task.text("/plan/starts_at")));
  }
}
