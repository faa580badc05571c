package dev.seedance.mock.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The work for leases without a request. */
class UpkeepTest {

  private static final String BODY = "{\"model\":\"seedance-2\",\"prompt\":\"a boat\"}";

  private static final String READY = "/_mock/health/ready";

  @Test
  void sandboxes_without_requests_are_given_back_and_cost_no_questions() {
    try (var members = new Members()) {
      var server = members.start("--max-sandboxes=300");
      for (int i = 0; i < 200; i++) {
        assertThat(server.server().as("key-" + i).submit(BODY).status()).isEqualTo(200);
      }
      assertThat(owned(server)).isEqualTo(200);
      server.store().take();
      members.pass(Duration.ofSeconds(20));
      assertThat(server.store().take())
          .as("one renewal for all, and a look for due events")
          .containsOnlyKeys("renew", "adoptDue")
          .allSatisfy((question, times) -> assertThat(times).isLessThanOrEqualTo(60));
      members.passUntil(Duration.ofMinutes(3), () -> owned(server) == 0);
      server.store().take();
      members.pass(Duration.ofSeconds(20));
      assertThat(server.store().take().keySet()).isSubsetOf(Set.of("renew", "adoptDue"));
      String id = server.server().as("key-7").submit(BODY).text("/id");
      assertThat(server.server().as("key-7").poll(id).text("/status")).isEqualTo("queued");
      assertThat(owned(server)).isEqualTo(1);
    }
  }

  @Test
  void a_server_whose_lease_has_ended_answers_nothing_more_until_it_has_a_new_one() {
    try (var members = new Members()) {
      var server = members.start();
      String id = server.server().submit(BODY).text("/id");
      server.store().cut();
      members.time.pass(Members.LEASE);
      assertThat(server.server().poll(id).status()).isEqualTo(503);
      server.store().join();
      assertThat(server.server().poll(id).text("/status")).isEqualTo("queued");
    }
  }

  @Test
  void a_full_server_gives_back_the_sandbox_that_is_unused_for_longest() {
    try (var members = new Members()) {
      var server = members.start("--max-sandboxes=2");
      String id = server.server().as("a").submit(BODY).text("/id");
      members.time.pass(Duration.ofSeconds(1));
      server.server().as("b").submit(BODY);
      members.time.pass(Duration.ofSeconds(1));
      server.server().as("c").submit(BODY);
      assertThat(owned(server)).isEqualTo(2);
      assertThat(server.server().as("a").poll(id).text("/status")).isEqualTo("queued");
    }
  }

  @Test
  void a_key_that_is_not_welcome_makes_no_sandbox() {
    try (var members = new Members()) {
      var server = members.start("--api-key=good");
      server.store().take();
      assertThat(server.server().as("bad").submit(BODY).status()).isEqualTo(401);
      assertThat(server.store().take()).doesNotContainKey("claim");
    }
  }

  @Test
  void a_server_that_can_not_reach_its_store_is_alive_and_not_ready() {
    try (var members = new Members()) {
      var server = members.start();
      server.tick();
      assertThat(server.server().getWithoutKey(READY).status()).isEqualTo(200);
      server.store().cut();
      server.tick();
      var refusal = server.server().getWithoutKey(READY);
      assertThat(refusal.status()).isEqualTo(503);
      assertThat(refusal.text("/error/message")).contains("can't reach its store");
      assertThat(server.server().getWithoutKey("/_mock/health/live").status()).isEqualTo(200);
      server.store().join();
      server.tick();
      assertThat(server.server().getWithoutKey(READY).status()).isEqualTo(200);
    }
  }

  @Test
  void health_tells_if_the_store_can_be_reached() {
    try (var members = new Members()) {
      var server = members.start();
      server.tick();
      assertThat(server.server().getWithoutKey("/_mock/health").text("/store")).isEqualTo("ok");
      server.store().cut();
      server.tick();
      assertThat(server.server().getWithoutKey("/_mock/health").text("/store"))
          .isEqualTo("unreachable");
      server.store().join();
    }
  }

  private static long owned(Members.One server) {
    server.tick();
    JsonNode members = server.server().as("watcher").get("/_mock/cluster").json().path("members");
    return members.path(0).path("owned").asLong();
  }
}
