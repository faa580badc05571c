package dev.seedance.mock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All that sandboxes hold stays within one bound, and who holds most pays for it. */
class MemoryHttpTest {

  private static final int BOUND = 500_000;

  @RegisterExtension
  static final TestServer server = TestServer.with("--clock=frozen", "--max-memory=" + BOUND);

  @AfterEach
  void giveAllBack() {
    for (String key :
        List.of("modest", "greedy", "busy", "restored", "keeps", "sets up", "alone")) {
      server.as(key).post("/_mock/reset", "");
    }
  }

  @Test
  void the_sandbox_that_holds_most_forgets_its_oldest_tasks() {
    Calls modest = server.as("modest");
    String kept = submit(modest, 10);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ids.add(submit(server.as("greedy"), 9_000));
    }
    Calls greedy = server.as("greedy");
    assertThat(greedy.poll(ids.get(0)).status()).isEqualTo(404);
    assertThat(greedy.poll(ids.get(59)).status()).isEqualTo(200);
    assertThat(modest.poll(kept).status()).isEqualTo(200);
    assertThat(bytesOf("greedy")).isBetween(BOUND / 2L, (long) BOUND);
  }

  @Test
  void recorded_calls_and_deliveries_count_too() {
    Calls calls = server.as("busy");
    long before = bytesOf("busy");
    calls.get("/v1/balance");
    long withCall = bytesOf("busy");
    calls.post("/_mock/webhooks/test", "{\"url\":\"http://127.0.0.1:1/\"}");
    assertThat(withCall).isGreaterThan(before);
    assertThat(bytesOf("busy")).isGreaterThan(withCall);
  }

  @Test
  void scenarios_and_assets_count() {
    Calls calls = server.as("sets up");
    calls.post("/_mock/scenarios", scenario("counted"));
    long withScenario = bytesOf("sets up");
    calls.post(
        "/v1/videos/doubao-seedance-2-0/private-avatar/groups",
        "{\"model\":\"seedance-2\",\"name\":\"%s\"}".formatted("n".repeat(2_000)));
    assertThat(withScenario).isGreaterThan(60_000);
    assertThat(bytesOf("sets up") - withScenario).isGreaterThan(4_000);
    calls.delete("/_mock/scenarios");
    assertThat(bytesOf("sets up")).isLessThan(withScenario - 50_000);
  }

  @Test
  void tasks_count_the_scenarios_that_they_keep() {
    Calls calls = server.as("keeps");
    calls.post("/_mock/scenarios", scenario("kept"));
    long before = bytesOf("keeps");
    calls.submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:kept]\"}");
    assertThat(bytesOf("keeps") - before).isGreaterThan(60_000);
  }

  @Test
  void scenarios_are_given_up_when_nothing_else_is_left_to_forget() {
    Calls calls = server.as("alone");
    for (int i = 0; i < 30; i++) {
      assertThat(calls.post("/_mock/scenarios", scenario("s" + i)).status()).isEqualTo(200);
    }
    assertThat(calls.get("/_mock/scenarios").text("/scenarios/0/name")).isNotEqualTo("s0");
    assertThat(bytesOf("alone")).isLessThanOrEqualTo(BOUND);
  }

  private static String scenario(String name) {
    return "{\"name\":\"%s\",\"faults\":[{\"on\":\"poll\",\"fault\":{\"kind\":\"refuse\",\"status\":500,\"body\":{\"a\":[%s0]}}}]}"
        .formatted(name, "[],".repeat(500));
  }

  @Test
  void a_restored_snapshot_counts_once_and_a_reset_gives_all_back() {
    Calls calls = server.as("restored");
    submit(calls, 5_000);
    long before = bytesOf("restored");
    byte[] snapshot = calls.get("/_mock/snapshot").body();
    assertThat(calls.put("/_mock/snapshot", snapshot).status()).isEqualTo(204);
    assertThat(bytesOf("restored")).isEqualTo(before);
    calls.post("/_mock/reset", "");
    assertThat(bytesOf("restored")).isZero();
  }

  private static long bytesOf(String key) {
    return server.bean(Sandboxes.class).ofKey(key).heldBytes().bytes();
  }

  private static String submit(Calls calls, int promptLength) {
    return calls
        .submit("{\"model\":\"seedance-2\",\"prompt\":\"" + "x".repeat(promptLength) + "\"}")
        .text("/id");
  }
}
