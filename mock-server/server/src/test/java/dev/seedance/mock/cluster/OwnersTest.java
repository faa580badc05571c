package dev.seedance.mock.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.cluster.Members.One;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to servers, a sandbox has one owner at a time, and nothing told is lost. */
class OwnersTest {

  private static final String BODY = "{\"model\":\"seedance-2\",\"prompt\":\"a boat\"}";

  /** Within this time no server gives a sandbox back, for which it would wait for its store. */
  private static final Duration UNUSED = Duration.ofSeconds(60);

  /** Cuts servers off, joins them again, lets time pass, and submits and polls through all. */
  @Property(tries = 5)
  void every_submit_that_was_answered_is_found_whoever_owns_the_sandbox(@ForAll long seed) {
    var random = new Random(seed);
    Duration passed = Duration.ZERO;
    List<String> told = new ArrayList<>();
    try (var members = new Members()) {
      List<One> servers = List.of(members.start(Members.SECRET), members.start(Members.SECRET));
      for (int step = 0; step < 25; step++) {
        One one = servers.get(random.nextInt(servers.size()));
        switch (random.nextInt(6)) {
          case 0 -> one.store().cut();
          case 1 -> one.store().join();
          case 2 -> {
            Duration more = Duration.ofSeconds(random.nextInt(12));
            passed = passed.plus(more);
            if (passed.compareTo(UNUSED) < 0) {
              members.time.pass(more);
            }
          }
          case 3 -> one.tick();
          case 4 -> submit(one, servers, told);
          default -> poll(one, told, random);
        }
      }
      servers.forEach(one -> one.store().join());
      members.pass(Members.LEASE.plusSeconds(5));
      for (String id : told) {
        assertThat(servers.get(0).server().poll(id).status()).as(id).isEqualTo(200);
        assertThat(servers.get(1).server().poll(id).status()).as(id).isEqualTo(200);
      }
    }
  }

  private static void submit(One one, List<One> servers, List<String> told) {
    if (servers.stream().anyMatch(server -> server.store().isCut())) {
      return; // the owner might be one that would wait for its store, and no time passes meanwhile
    }
    Response response = one.server().submit(BODY);
    if (response.status() == 200) {
      assertThat(told).doesNotContain(response.text("/id"));
      told.add(response.text("/id"));
    } else {
      assertRefused(response);
    }
  }

  private static void poll(One one, List<String> told, Random random) {
    if (told.isEmpty()) {
      return;
    }
    Response response = one.server().poll(told.get(random.nextInt(told.size())));
    if (response.status() != 200) {
      assertRefused(response);
    }
  }

  private static void assertRefused(Response response) {
    assertThat(response.status()).as(response.text()).isEqualTo(503);
    assertThat(response.header("Retry-After")).isEqualTo("1");
    assertThat(response.text("/error/code")).isEqualTo("rate_limit_unavailable");
  }
}
