package dev.seedance.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A server dies, and the next one has all that the first has told. */
class ServerDiesTest {

  private static final String BODY = "{\"model\":\"seedance-2\",\"prompt\":\"a boat\"}";

  private final TestTime time = new TestTime();
  private final MemoryStore store = new MemoryStore(time, true);

  @Test
  void tasks_and_the_clock_are_as_they_were_told() {
    List<Response> told = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Response clock;
    try (var first = server("--clock=frozen")) {
      Calls calls = first.as("a");
      for (int i = 0; i < 5; i++) {
        ids.add(calls.submit(BODY).text("/id"));
        calls.advance("PT7S");
      }
      ids.forEach(id -> told.add(calls.poll(id)));
      clock = calls.get("/_mock/clock");
    }
    try (var second = server("--clock=frozen")) {
      Calls calls = second.as("a");
      for (int i = 0; i < ids.size(); i++) {
        assertThat(calls.poll(ids.get(i)).json()).isEqualTo(told.get(i).json());
      }
      assertThat(calls.get("/_mock/clock").json()).isEqualTo(clock.json());
    }
  }

  @Test
  void no_id_and_no_request_id_is_given_twice() {
    Set<String> ids = new HashSet<>();
    Set<String> requests = new HashSet<>();
    for (int life = 0; life < 3; life++) {
      try (var server = server("--clock=frozen")) {
        for (int i = 0; i < 4; i++) {
          Response response = server.as("a").submit(BODY);
          assertThat(ids.add(response.text("/id"))).isTrue();
          assertThat(requests.add(response.header("X-Request-Id"))).isTrue();
        }
      }
    }
  }

  @Test
  void request_ids_jump_to_the_end_of_a_block_unless_the_stop_was_planned() {
    try (var first = server("--clock=frozen")) {
      assertThat(requestId(first)).endsWith("00000001");
    }
    try (var second = server("--clock=frozen")) {
      assertThat(requestId(second)).endsWith("000003e9"); // 1001
      second.sandbox("a").settle();
      second.sandbox("a").changes().stored().join();
    }
    try (var third = server("--clock=frozen")) {
      assertThat(requestId(third)).endsWith("000003ea");
    }
  }

  @Test
  void a_clock_that_flows_flows_on_while_no_server_runs() {
    Instant before;
    try (var first = server("--clock=x60")) {
      first.as("a").put("/_mock/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}");
      time.pass(Duration.ofSeconds(1));
      before = now(first);
      assertThat(before).isEqualTo("2030-01-01T00:01:00Z");
    }
    time.pass(Duration.ofSeconds(60));
    try (var second = server()) {
      Calls calls = second.as("a");
      assertThat(calls.get("/_mock/clock").text("/mode")).isEqualTo("scaled");
      assertThat(now(second)).isEqualTo(before.plus(Duration.ofMinutes(60)));
    }
  }

  @Test
  void a_reset_is_stored_whole() {
    String id;
    try (var first = server("--clock=frozen")) {
      id = first.as("a").submit(BODY).text("/id");
      assertThat(first.as("a").post("/_mock/reset", "").status()).isEqualTo(204);
    }
    try (var second = server("--clock=frozen")) {
      assertThat(second.as("a").poll(id).status()).isEqualTo(404);
      assertThat(second.as("a").get("/_mock/tasks").json().path("tasks")).isEmpty();
    }
  }

  @Test
  void what_the_next_server_has_no_room_for_is_deleted() {
    try (var first = server("--clock=frozen")) {
      for (int i = 0; i < 5; i++) {
        first.as("a").submit(BODY);
      }
    }
    try (var second = server("--clock=frozen", "--max-tasks=2")) {
      second.sandbox("a").changes().stored().join();
      assertThat(store.load(second.sandbox("a").id()))
          .filteredOn(document -> document.part().equals("tasks"))
          .hasSize(2);
    }
    try (var third = server("--clock=frozen")) {
      assertThat(third.as("a").get("/_mock/tasks").json().path("tasks")).hasSize(2);
    }
  }

  private static String requestId(StoredServer server) {
    return server.as("a").get("/v1/balance").header("X-Request-Id");
  }

  private static Instant now(StoredServer server) {
    return Instant.parse(server.as("a").get("/_mock/clock").text("/now"));
  }

  private StoredServer server(String... options) {
    return new StoredServer(store, time, options);
  }
}
