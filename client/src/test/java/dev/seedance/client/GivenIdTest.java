package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.ResponseTooLargeException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.error.UnreadableResponseException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An id that a server has given is never lost, whatever else is wrong with its responses. */
class GivenIdTest {

  private static final String ULID = "tsk_vid_01KX7QB9TQ2W4E6R8T0Y1ZX3CV";

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final SeedanceClient client =
      TestClient.of(server, time).requestTimeout(Duration.ofMillis(500)).build();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"object\":\"video\",\"id\":\"t_1\",\"task_id\":\"t_1\",\"status\":\"\"} | t_1",
        "{\"id\":\"t_1\",\"task_id\":\"t_2\"}                                      | t_1",
        "{\"object\":\"video\",\"task_id\":\"t_1\"}                                | t_1",
        "{\"id\":null,\"task_id\":\"t_1\",\"status\":7,\"progress\":{}}            | t_1",
        "{\"id\":\" \",\"task_id\":\"t_1\",\"result\":\"soon\"}                    | t_1",
        "{\"id\":[\"t_2\"],\"task_id\":\"t_1\"}                                    | t_1",
        "{\"id\":17}                                                               | 17",
        "{\"task_id\":9007199254740993}                                            | 9007199254740993",
        "{\"success\":true,\"message\":\"\",\"data\":{\"task_id\":\"t_1\"}}        | t_1",
      })
  void a_form_of_a_task_is_a_task(String body, String id) {
    server.reply(Reply.json(202, body), Reply.json(200, body));

    assertThat(client.submit(request()).getId()).isEqualTo(id);
    assertThat(client.get(id).getId()).isEqualTo(id);
  }

  @Test
  void a_task_in_another_form_is_followed_to_its_end() {
    server.reply(
        Reply.json(200, "{\"object\":\"video\",\"task_id\":\"t/1\",\"status\":\"submitted\"}"),
        Reply.json(200, "{\"object\":\"video\",\"task_id\":\"t/1\",\"status\":\"pending\"}"),
        Reply.completed("http://127.0.0.1/1.mp4"));

    assertThat(client.generate(request()).getStatus()).isEqualTo("completed");
    assertThat(server.calls().get(2).path()).isEqualTo("/v1/videos/generations/t%2F1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"t_1\",\"object\":\"generation.ta",
        "{\"id\":\"t_1\"",
        "{\"status\":\"queued\",\"result\":{\"id\":\"r_1\",\"task_id\":\"t_1\"}}",
        "[{\"id\":\"t_1\",\"status\":\"queued\"}]",
        "{\"code\":200,\"data\":{\"data\":{\"id\":\"t_1\",\"status\":\"queued\"}}}",
        "{\"response\":{\"taskId\":\"t_1\",\"id\":\"r_1\"}}",
        "{\"output\":{\"task\":{\"id\":\"t_1\"}}}",
        "{\"success\":false,\"message\":\"odd\",\"data\":{\"task_id\":\"t_1\"}}",
        "{\"error\":{\"id\":\"e_1\",\"message\":\"odd\"},\"result\":{\"task_id\":\"t_1\"}}",
        "{\"TaskID\":\"t_1\"}}}",
      })
  void an_id_in_a_response_that_is_no_task_is_told(String body) {
    server.reply(Reply.json(200, body));

    SeedanceException failure = failure();

    assertThat(failure.taskId()).contains("t_1");
    assertThat(failure)
        .isInstanceOf(SeedanceApiException.class)
        .hasMessageStartingWith("createGeneration: HTTP 200")
        .hasMessageEndingWith(" (task t_1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>accepted as %s</body></html>",
        "%s",
        "\"%s\"",
        "[\"%s\"]",
        "{\"links\":{\"self\":\"/v1/videos/generations/%s\"}}",
        "id: %s\nstatus: queued\n",
      })
  void what_looks_like_an_id_of_the_contract_is_told_too(String body) {
    server.reply(Reply.text(200, "text/plain", body.formatted(ULID)));

    assertThat(failure().taskId()).contains(ULID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"\"}",
        "{\"id\":\"t_",
        "{\"id\":\"tsk_vid_01KX7QB9",
        "{\"id\":{}}",
        "{\"error\":{\"id\":\"e_1\",\"message\":\"no\"}}",
        "{\"request_id\":\"r_1\"}",
        "",
      })
  void an_id_that_is_not_there_is_not_made_up(String body) {
    server.reply(Reply.json(200, body));

    SeedanceException failure = failure();

    assertThat(failure).isInstanceOf(UnreadableResponseException.class);
    assertThat(failure.taskId()).isEmpty();
  }

  @Test
  void an_id_before_a_broken_connection_is_told() {
    server.reply(Reply.json(200, "{\"id\":\"t_1\",\"sta").butPromise(500));

    assertThat(failure())
        .isInstanceOf(SeedanceIoException.class)
        .hasMessageEndingWith("(task t_1)");
  }

  @Test
  void an_id_before_a_silence_is_told() {
    server.reply(Reply.json(200, "{\"id\":\"t_1\",\"sta").butPromise(500).thenStall());

    assertThat(failure())
        .hasMessage("createGeneration: no answer within 500 ms (task t_1)")
        .extracting(SeedanceException::taskId)
        .isEqualTo(Optional.of("t_1"));
  }

  @Test
  void an_id_in_a_response_without_end_is_told() {
    SeedanceClient small = TestClient.of(server, time).maxResponseBytes(1_000).build();
    server.reply(Reply.json(200, "{\"id\":\"t_1\",\"x\":\"" + "x".repeat(2_000)));

    assertThatThrownBy(() -> small.submit(request()))
        .isExactlyInstanceOf(ResponseTooLargeException.class)
        .hasMessageEndingWith("(task t_1)");
  }

  @Test
  void an_id_in_an_error_response_names_no_order() {
    server.reply(Reply.json(400, "{\"id\":\"t_1\",\"error\":{\"message\":\"no\"}}"));

    assertThat(failure().taskId()).isEmpty();
  }

  @Test
  void an_id_outlives_the_retries_of_its_submit() {
    server.reply(
        Reply.json(200, "{\"id\":\"t_1\",\"sta"),
        Reply.error(503, "c", "m"),
        Reply.error(402, "insufficient_quota", "top up"));

    assertThatThrownBy(() -> client.submit(request().clientBusinessId("order_7")))
        .isExactlyInstanceOf(UnreadableResponseException.class)
        .hasMessageEndingWith("(task t_1)");
    assertThat(server.calls()).hasSize(3);
  }

  @Test
  void a_retry_by_business_id_reads_what_the_first_response_lost() {
    server.reply(Reply.json(200, "{\"id\":\"tsk_vid_1\",\"sta"), Reply.queued());

    GenerationTask task = client.submit(request().clientBusinessId("order_7"));

    assertThat(task.getStatus()).isEqualTo("queued");
  }

  @Test
  void a_wait_that_fails_tells_the_id_of_its_order() {
    server.reply(Reply.queued(), Reply.error(401, "unauthorized", "switched off"));
    server.reply(Reply.queued(), Reply.error(401, "unauthorized", "switched off"));

    assertThatThrownBy(() -> client.generate(request()))
        .isExactlyInstanceOf(AuthenticationException.class)
        .hasMessage("getGeneration: HTTP 401 unauthorized: switched off (task tsk_vid_1)");
    assertThatThrownBy(() -> client.async().generate(request()).get())
        .cause()
        .isExactlyInstanceOf(AuthenticationException.class)
        .hasMessageEndingWith("(task tsk_vid_1)");
  }

  @Test
  void an_interrupted_wait_tells_the_id_of_its_order() {
    server.reply(Reply.queued());
    GenerationTask ordered = client.submit(request());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.await(ordered, AwaitOptions.defaults()))
        .isExactlyInstanceOf(SeedanceIoException.class)
        .hasMessage("interrupted; what was submitted goes on at the server (task tsk_vid_1)");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_failed_task_is_named_once() {
    server.reply(Reply.queued(), Reply.failed());

    SeedanceException failure =
        catchThrowableOfType(SeedanceException.class, () -> client.generate(request()));

    assertThat(failure.taskId()).contains("tsk_vid_1");
    assertThat(failure)
        .hasMessage("task tsk_vid_1 has failed: generation_failed: The output was turned down.");
  }

  private SeedanceException failure() {
    return catchThrowableOfType(SeedanceException.class, () -> client.submit(request()));
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A paper boat");
  }
}
