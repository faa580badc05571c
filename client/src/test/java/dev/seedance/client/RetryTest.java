package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.RateLimitException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.error.ServerErrorException;
import dev.seedance.client.error.UnreadableResponseException;
import dev.seedance.client.model.GenerationMetadata;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The retries of calls: their causes, their pauses and their end. */
class RetryTest {

  private static final Reply RESET = Reply.json(200, "{\"id\":").butPromise(500);

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final SeedanceClient client = TestClient.of(server, time).build();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void reads_again_after_a_passing_status(int status) {
    server.reply(Reply.error(status, "c", "m"), Reply.queued());

    assertThat(client.get("tsk_vid_1").getStatus()).isEqualTo("queued");
  }

  @Test
  void reads_again_after_a_broken_connection_and_after_nonsense() {
    server.reply(RESET, Reply.json(200, "{}"), Reply.text(200, "text/html", "hi"), Reply.queued());

    assertThat(client.get("tsk_vid_1").getStatus()).isEqualTo("queued");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 404, 409, 422})
  void does_not_repeat_what_will_not_change(int status) {
    server.thenAlways(Reply.error(status, "c", "m"));

    assertThatThrownBy(() -> client.get("tsk_vid_1")).hasMessageContaining("HTTP " + status);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void gives_up_after_four_tries_with_growing_pauses() {
    server.thenAlways(Reply.error(500, "c", "m"));

    assertThatThrownBy(() -> client.get("tsk_vid_1")).isInstanceOf(ServerErrorException.class);

    assertThat(server.calls()).hasSize(4);
    assertThat(time.sleeps())
        .satisfiesExactly(
            pause -> assertThat(pause).isBetween(millis(250), millis(500)),
            pause -> assertThat(pause).isBetween(millis(500), millis(1000)),
            pause -> assertThat(pause).isBetween(millis(1000), millis(2000)));
  }

  @Test
  void begins_no_pause_that_would_end_after_the_budget() {
    server.thenAlways(Reply.error(429, "c", "m").with("Retry-After", "25"));

    assertThatThrownBy(() -> client.get("tsk_vid_1")).isInstanceOf(RateLimitException.class);

    assertThat(time.sleeps()).hasSize(2).allMatch(pause -> pause.toSeconds() <= 26);
  }

  @Test
  void a_submit_without_a_business_id_is_sent_once() {
    server.thenAlways(RESET);

    assertThatThrownBy(() -> client.submit(request())).isInstanceOf(SeedanceIoException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void a_submit_without_a_business_id_is_not_repeated_after_a_response_that_means_nothing() {
    server.thenAlways(Reply.json(200, "{}"));

    assertThatThrownBy(() -> client.submit(request()))
        .isInstanceOf(UnreadableResponseException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void a_submit_with_a_business_id_is_repeated_as_it_was() {
    server.reply(RESET, Reply.error(503, "c", "m"), Reply.queued());

    client.submit(request().clientBusinessId("order_7"));

    assertThat(server.calls()).hasSize(3);
    assertThat(server.calls().stream().map(ScriptedServer.Call::body).distinct()).hasSize(1);
  }

  @Test
  void a_business_id_in_the_metadata_will_do() {
    server.reply(RESET, Reply.queued());

    client.submit(request().metadata(new GenerationMetadata().clientBusinessId("order_7")));

    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void a_generated_business_id_makes_a_submit_repeatable_and_leaves_the_request_alone() {
    server.reply(RESET, Reply.queued());
    GenerationRequest request = request();

    TestClient.of(server, time).generateBusinessIds(true).build().submit(request);

    assertThat(server.calls().stream().map(ScriptedServer.Call::body).distinct())
        .singleElement()
        .asString()
        .containsPattern("\"client_business_id\":\"auto_[0-9a-f-]{36}\"");
    assertThat(request.getClientBusinessId()).isNull();
  }

  @Test
  void a_wrong_submit_is_not_repeated_even_with_a_business_id() {
    server.thenAlways(Reply.error(400, "invalid_request", "m"));

    assertThatThrownBy(() -> client.submit(request().clientBusinessId("order_7")))
        .isInstanceOf(BadRequestException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void never_means_never() {
    server.thenAlways(Reply.error(500, "c", "m"));
    SeedanceClient once = TestClient.of(server, time).retryPolicy(RetryPolicy.never()).build();

    assertThatThrownBy(() -> once.get("tsk_vid_1")).isInstanceOf(ServerErrorException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void nobody_listening_is_told_as_such() {
    server.close();

    assertThatThrownBy(() -> client.get("tsk_vid_1"))
        .isInstanceOf(SeedanceIoException.class)
        .hasMessage(
            "getGeneration: no connection to %s; check the base URL and the network"
                .formatted(server.url()));
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A paper boat");
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
