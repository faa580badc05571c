package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class MockServerTest {

  private MockServer server;

  @BeforeAll
  void start() {
    server = MockServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void sees_the_sandbox_of_its_key() {
    MockServer mock = server.withApiKey("sees");
    var calls = HttpCalls.of(mock);
    String id = calls.submitPrompt("x");
    assertThat(mock.tasks()).extracting(MockTask::id).containsExactly(id);
    assertThat(mock.withApiKey("other").tasks()).isEmpty();
    assertThat(mock.requests())
        .singleElement()
        .satisfies(call -> assertThat(call.path()).isEqualTo("/v1/videos/generations"))
        .satisfies(call -> assertThat(call.status()).isEqualTo(200));
    mock.reset();
    assertThat(mock.tasks()).isEmpty();
    assertThat(mock.requests()).isEmpty();
    assertThat(calls.poll(id).statusCode()).isEqualTo(404);
  }

  @Test
  void has_a_key_of_its_own_when_none_is_named() {
    assertThat(server.apiKey()).isEqualTo("mock-key");
    assertThat(server.withApiKey("any").apiKey()).isEqualTo("any");
    assertThat(server.withApiKey("secret")).hasToString("MockServer[" + server.baseUrl() + "]");
  }

  @Test
  void takes_one_of_the_keys_that_it_was_started_with() {
    try (var mock = MockServer.builder().apiKey("b").apiKey("a").start()) {
      assertThat(mock.apiKey()).isEqualTo("a");
      assertThat(mock.withApiKey("b").apiKey()).isEqualTo("b");
      assertThatThrownBy(() -> mock.withApiKey("secret"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the server was not started with this API key");
      var stranger = MockServer.connect(mock.baseUrl().toString(), "secret");
      assertThatThrownBy(stranger::tasks)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("HTTP 401");
    }
  }

  @Test
  void says_which_port_it_can_not_have() {
    int taken = server.baseUrl().getPort();
    assertThatThrownBy(() -> MockServer.builder().port(taken).start().close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "can't listen on 127.0.0.1:%d: Address already in use; choose another port (0 for a"
                + " free one) or host",
            taken);
  }

  @Test
  void says_which_host_it_can_not_have() {
    assertThatThrownBy(() -> MockServer.start("--host", "nowhere.invalid").close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("can't listen on nowhere.invalid:0: ");
  }

  @Test
  void says_what_is_wrong_with_an_option_as_the_command_line_does() {
    assertThatThrownBy(() -> MockServer.start("--revision", "2020-01").close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "--revision: unknown contract revision '2020-01'; known: 2026-06, 2026-08")
        .hasNoCause();
    assertThatThrownBy(() -> MockServer.start("--clok", "auto").close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--clok");
  }

  @Test
  void takes_every_option_of_the_command_line() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    try (var mock =
        MockServer.builder()
            .clock("frozen")
            .clockStart(start)
            .revision("2026-08")
            .scenario("instant")
            .seed(7)
            .rateLimits()
            .options("--max-tasks", "1")
            .start()) {
      assertThat(mock.revision()).isEqualTo("2026-08");
      assertThat(mock.clock().instant()).isEqualTo(start);
      assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.FROZEN);
      var calls = HttpCalls.of(mock);
      calls.submitPrompt("1");
      var response = calls.submit(HttpCalls.REQUEST);
      assertThat(JsonObject.read(response.body()).text("status")).isEqualTo("completed");
      assertThat(response.headers().map()).containsKey("x-ratelimit-limit");
      assertThat(mock.tasks()).hasSize(1);
    }
  }

  @Test
  void the_same_seed_gives_the_same_ids() {
    assertThat(firstTask(1)).isEqualTo(firstTask(1)).isNotEqualTo(firstTask(2));
  }

  private static String firstTask(long seed) {
    try (var mock =
        MockServer.builder().seed(seed).clockStart(Instant.EPOCH).clock("frozen").start()) {
      return HttpCalls.of(mock).submitPrompt("x");
    }
  }

  @Test
  void sandboxes_flow_relative_to_the_real_time_that_is_injected() {
    var now = new Instant[] {Instant.parse("2026-01-01T00:00:00Z")};
    try (var mock = MockServer.builder().realTime(() -> now[0]).start()) {
      assertThat(mock.clock().instant()).isEqualTo(now[0]);
      now[0] = now[0].plus(Duration.ofDays(1));
      assertThat(mock.clock().instant()).isEqualTo("2026-01-02T00:00:00Z");
    }
  }

  @Test
  void eighty_sandboxes_in_parallel_do_not_see_each_other() {
    var runs =
        IntStream.range(0, 80)
            .mapToObj(i -> server.withApiKey("key-" + i))
            .map(one -> CompletableFuture.runAsync(() -> threeTasks(one)))
            .toList();
    runs.forEach(CompletableFuture::join);
  }

  private static void threeTasks(MockServer mock) {
    var calls = HttpCalls.of(mock);
    var ids = IntStream.range(0, 3).mapToObj(i -> calls.submitPrompt("x")).toList();
    assertThat(mock.tasks()).extracting(MockTask::id).isEqualTo(ids);
  }

  @Test
  void a_view_drives_a_server_that_somebody_else_started() {
    var view = MockServer.connect(server.baseUrl() + "/", "elsewhere");
    assertThat(view.baseUrl()).isEqualTo(server.baseUrl());
    HttpCalls.of(view).submitPrompt("x");
    assertThat(view.tasks()).hasSize(1);
    view.close();
    assertThat(view.tasks()).as("closing a view leaves the server to the others").hasSize(1);
  }

  @Test
  void says_where_no_server_answers() {
    assertThatThrownBy(() -> MockServer.connect("localhost:8080", "key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the base URL is 'localhost:8080', expected an absolute URL such as"
                + " http://127.0.0.1:8080");
    var nobody = MockServer.connect("http://127.0.0.1:1", "key");
    assertThatThrownBy(nobody::tasks)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("no mock server answers at http://127.0.0.1:1/_mock/tasks");
  }

  @Test
  void closing_frees_the_port() {
    var mock = MockServer.start();
    mock.close();
    mock.close();
    int port = mock.baseUrl().getPort();
    try (var next = MockServer.start("--port", Integer.toString(port))) {
      assertThat(next.baseUrl()).isEqualTo(mock.baseUrl());
    }
  }

  @Test
  void a_snapshot_brings_everything_back(@TempDir Path folder) {
    MockServer mock = server.withApiKey("snapshot");
    String id = HttpCalls.of(mock).submitPrompt("x");
    mock.clock().freeze();
    Snapshot snapshot = mock.snapshot();
    snapshot.writeTo(folder.resolve("sandbox.json"));
    mock.reset();
    Snapshot read = Snapshot.readFrom(folder.resolve("sandbox.json"));
    assertThat(read).isEqualTo(snapshot).hasSameHashCodeAs(snapshot);
    mock.restore(read);
    assertThat(mock.tasks()).extracting(MockTask::id).containsExactly(id);
    assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.FROZEN);
    assertThat(snapshot.toString()).doesNotContain(id);
    assertThatThrownBy(() -> mock.restore(Snapshot.of("{}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_request_is_validated_without_being_submitted() {
    MockServer mock = server.withApiKey("validate");
    assertThat(mock.validate(HttpCalls.REQUEST)).isEmpty();
    assertThat(mock.validate("{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7}"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.rule()).isEqualTo("duration.unsupported");
              assertThat(violation.severity()).isEqualTo("error");
              assertThat(violation.pointer()).isEqualTo("/duration");
              assertThat(violation.message()).isNotBlank();
              assertThat(violation.acceptedSince()).contains("2026-08");
            });
    assertThat(mock.tasks()).isEmpty();
  }

  @Test
  void what_has_no_method_can_be_called() {
    HttpCalls.of(server).poll("nothing");
    assertThat(server.call("GET", "/requests?status=404", "")).contains("/nothing");
  }

  @Test
  void a_sandbox_can_follow_another_revision() {
    var calls = server.withApiKey("newer");
    calls.useRevision("latest");
    String newest = calls.revision();
    assertThat(newest).isNotEqualTo(server.revision());
    assertThat(mini(calls).durations()).contains(7);
    assertThat(calls.validate("{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7}"))
        .isEmpty();
    assertThatThrownBy(() -> calls.useRevision("2020-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown contract revision '2020-01'; known: 2026-06");
    assertThat(calls.revision()).isEqualTo(newest);
    calls.reset();
    assertThat(calls.revision()).isEqualTo(server.revision());
  }

  @Test
  void the_table_of_the_revision_says_what_each_model_takes() {
    try (var newer = MockServer.builder().revision("2026-08").start()) {
      assertThat(mini(server).durations()).containsExactly(4, 8, 10, 12, 15);
      assertThat(mini(server).generatesAudio()).isFalse();
      assertThat(mini(newer).durations()).contains(7).hasSize(12);
      assertThat(mini(newer).generatesAudio()).isTrue();
      assertThat(mini(newer).returnsLastFrame()).isTrue();
      assertThat(mini(newer).resolutions()).containsExactly("480p", "720p");
      assertThat(mini(newer)).asString().contains("max_reference_videos");
    }
  }

  private static ModelCapabilities mini(MockServer mock) {
    return mock.capabilities().stream()
        .filter(one -> one.model().equals("seedance-2-mini"))
        .findFirst()
        .orElseThrow();
  }
}
