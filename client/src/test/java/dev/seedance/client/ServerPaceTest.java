package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.ServerErrorException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits at a server that says that it is a mock with an automatic clock. */
class ServerPaceTest {

  private static final Duration SHORT = Duration.ofMillis(10);

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final SeedanceClient client = TestClient.of(server, time).build();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void are_short_from_the_submit_on() {
    server.reply(
        ofMock(Reply.queued()),
        ofMock(Reply.inProgress(40)),
        ofMock(Reply.error(429, "c", "m").with("Retry-After", "12")),
        ofMock(Reply.completed("http://127.0.0.1/1.mp4")));

    client.generate(request());

    assertThat(time.sleeps()).containsExactly(SHORT, SHORT, SHORT);
  }

  @Test
  void are_short_for_an_asset() {
    String asset = "{\"success\":true,\"data\":{\"asset_id\":\"a1\",\"status\":\"%s\"}}";
    server.reply(
        ofMock(Reply.json(200, asset.formatted("processing"))),
        ofMock(Reply.json(200, asset.formatted("active"))));

    client.assets().awaitActive("a1");

    assertThat(time.sleeps()).containsExactly(SHORT);
  }

  @Test
  void are_short_before_a_call_is_retried() {
    server.reply(
        ofMock(Reply.error(503, "c", "m").with("Retry-After", "30")), ofMock(Reply.queued()));

    client.get("tsk_vid_1");

    assertThat(time.sleeps()).containsExactly(SHORT);
  }

  @Test
  void are_told_to_a_listener_as_they_are() {
    var waits = new ArrayList<Duration>();
    server.reply(ofMock(Reply.error(500, "c", "m")), Reply.completed("http://127.0.0.1/1.mp4"));

    client.await("tsk_vid_1", AwaitOptions.defaults().withListener(hearing(waits)));

    assertThat(waits).containsExactly(SHORT);
  }

  @Test
  void outlast_a_response_that_never_came() {
    server.reply(
        ofMock(Reply.queued()),
        Reply.json(200, "{\"id\":").butPromise(500),
        Reply.completed("http://127.0.0.1/1.mp4"));

    client.await("tsk_vid_1");

    assertThat(time.sleeps()).containsExactly(SHORT, SHORT);
  }

  @Test
  void are_long_again_at_a_response_without_the_header() {
    server.reply(ofMock(Reply.queued()), Reply.queued(), Reply.completed("http://127.0.0.1/1.mp4"));

    client.await("tsk_vid_1");

    assertThat(time.sleeps()).containsExactly(SHORT, Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"real", "frozen", "scaled", "x60", "", "true", "auto, auto"})
  void are_long_at_a_clock_that_is_not_automatic(String clock) {
    server.reply(
        Reply.queued().with(ServerPace.HEADER, clock), Reply.completed("http://127.0.0.1/1.mp4"));

    client.await("tsk_vid_1");

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(10));
  }

  static Stream<AwaitOptions> ownPaces() {
    AwaitOptions options = AwaitOptions.defaults().withJitter(0);
    return Stream.of(
        options.withInterval(Duration.ofSeconds(10)),
        options.withFirstWait(Duration.ofSeconds(5)),
        options.withInterval(Duration.ofSeconds(10)).withListener((task, percent) -> {}));
  }

  @ParameterizedTest
  @MethodSource("ownPaces")
  void are_as_the_caller_has_set_them(AwaitOptions own) {
    server.reply(
        ofMock(Reply.queued()),
        ofMock(Reply.queued()),
        ofMock(Reply.completed("http://127.0.0.1/1.mp4")));

    client.generate(request(), own);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @Test
  void are_as_the_policy_of_the_caller_has_set_them() {
    server.reply(ofMock(Reply.error(503, "c", "m")), ofMock(Reply.queued()));
    RetryPolicy own = RetryPolicy.defaults().withFirstBackoff(Duration.ofSeconds(2));

    TestClient.of(server, time).retryPolicy(own).build().get("tsk_vid_1");

    assertThat(time.sleeps())
        .singleElement()
        .satisfies(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  void count_in_full_against_the_deadline_so_that_nobody_is_called_more_often() {
    server.thenAlways(ofMock(Reply.inProgress(40)));

    assertThatThrownBy(() -> client.await("tsk_vid_1"))
        .isInstanceOf(TaskTimeoutException.class)
        .hasMessageContaining("in_progress after 600 s");
    assertThat(server.calls()).as("as many polls as in 600 s").hasSize(61);
    assertThat(time.sleeps()).hasSize(60).containsOnly(SHORT);
  }

  @Test
  void count_in_full_against_the_grace_of_a_missing_video() {
    server.thenAlways(ofMock(Reply.task("completed", 100, "")));

    assertThatThrownBy(() -> client.await("tsk_vid_1")).isInstanceOf(ResultMissingException.class);
    assertThat(server.calls()).hasSize(4);
  }

  @Test
  void count_in_full_against_the_budget_of_retries() {
    server.thenAlways(ofMock(Reply.error(503, "c", "m").with("Retry-After", "25")));

    assertThatThrownBy(() -> client.get("tsk_vid_1")).isInstanceOf(ServerErrorException.class);
    assertThat(time.sleeps()).as("25 s and 25 s of 60 s").containsExactly(SHORT, SHORT);
  }

  private static ProgressListener hearing(List<Duration> waits) {
    return new ProgressListener() {
      @Override
      public void onProgress(GenerationTask task, int percent) {}

      @Override
      public void onTrouble(SeedanceException failure, Duration wait) {
        waits.add(wait);
      }
    };
  }

  private static Reply ofMock(Reply reply) {
    return reply.with(ServerPace.HEADER, "auto");
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A paper boat");
  }
}
