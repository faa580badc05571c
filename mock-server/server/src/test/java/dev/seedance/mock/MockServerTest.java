package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.mock.options.MockOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MockServerTest {

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";

  @Test
  void sees_the_sandbox_of_its_key() {
    try (var mock = MockServer.start(MockOptions.builder().build())) {
      var calls = new HttpCalls(mock.baseUrl());
      String id = calls.submit(mock.apiKey(), REQUEST).text("/id");
      assertThat(mock.tasks()).extracting(task -> task.id()).containsExactly(id);
      assertThat(mock.withApiKey("other").tasks()).isEmpty();
      assertThat(mock.requests())
          .singleElement()
          .satisfies(entry -> assertThat(entry.call().path()).isEqualTo("/v1/videos/generations"))
          .satisfies(entry -> assertThat(entry.call().status()).isEqualTo(200));
      mock.reset();
      assertThat(mock.tasks()).isEmpty();
      assertThat(mock.requests()).isEmpty();
      assertThat(calls.poll(mock.apiKey(), id).status()).isEqualTo(404);
    }
  }

  @Test
  void takes_one_of_the_keys_that_it_was_started_with() {
    try (var mock = MockServer.start(MockOptions.builder().apiKeys(List.of("b", "a")).build())) {
      assertThat(mock.apiKey()).isEqualTo("a");
      assertThat(mock.withApiKey("b").apiKey()).isEqualTo("b");
      assertThatThrownBy(() -> mock.withApiKey("secret"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the server was not started with this API key");
    }
  }

  @Test
  void says_which_port_it_can_not_have() {
    try (var mock = MockServer.start(MockOptions.builder().build())) {
      int taken = mock.baseUrl().getPort();
      assertThatThrownBy(() -> MockServer.start(MockOptions.builder().port(taken).build()).close())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "can't listen on 127.0.0.1:%d: Address already in use; choose another port (0 for a"
                  + " free one) or host",
              taken);
    }
  }

  @Test
  void says_which_host_it_can_not_have() {
    var nowhere = MockOptions.builder().host("nowhere.invalid").build();
    assertThatThrownBy(() -> MockServer.start(nowhere).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("can't listen on nowhere.invalid:0: ");
  }

  @Test
  void eighty_sandboxes_in_parallel_do_not_see_each_other() {
    try (var mock = MockServer.start(MockOptions.builder().build())) {
      var calls = new HttpCalls(mock.baseUrl());
      var runs =
          IntStream.range(0, 80)
              .mapToObj(i -> mock.withApiKey("key-" + i))
              .map(one -> CompletableFuture.runAsync(() -> threeTasks(calls, one)))
              .toList();
      runs.forEach(CompletableFuture::join);
    }
  }

  private static void threeTasks(HttpCalls calls, MockServer mock) {
    var ids =
        IntStream.range(0, 3)
            .mapToObj(i -> calls.submit(mock.apiKey(), REQUEST).text("/id"))
            .toList();
    assertThat(mock.tasks()).extracting(task -> task.id()).isEqualTo(ids);
  }
}
