package dev.seedance.contract.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.docs.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers that share a database are one, whatever happens to either, to the database and
 * between them. {@code contract-tests/stores/cluster.sh} runs the long form.
 */
class ClusterTest {

  private static final Page PAGE = Page.of("docs/cluster.md");
  private static final int ROUNDS = Integer.getInteger("seedance.rounds", 1);
  private static final int PAIRS = Integer.getInteger("seedance.pairs", 200);
  private static final int FROZEN = Integer.getInteger("seedance.frozen", 500);
  private static final long SEED = Long.getLong("seedance.seed", System.nanoTime() % 1_000_000);
  private static final int STORIES = 4;

  private static Postgres postgres;
  private static int databases;

  @TempDir private Path folder;

  /** Something that happens in the middle of the stories. */
  private interface Event {
    void happen(Site site, Trial trial, Random random) throws Exception;
  }

  /** The same while requests come to the servers in turns. */
  private interface EventInTurns {
    void happen(Site site, Turns turns, Trial trial, Random random) throws Exception;
  }

  @BeforeAll
  static void start() throws IOException {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void one_of_two_behind_nginx_may_be_killed() throws Exception {
    try (Site site = site();
        Balancer balancer = Balancer.nginx(PAGE, folder, site)) {
      endure(site, balancer::address, ClusterTest::killOne);
    }
  }

  @Test
  void one_of_two_behind_haproxy_may_be_killed() throws Exception {
    try (Site site = site();
        Balancer balancer = Balancer.haproxy(PAGE, folder, site)) {
      endure(site, balancer::address, ClusterTest::killOne);
    }
  }

  @Test
  void requests_may_come_to_either_and_one_of_them_may_stop() throws Exception {
    endureInTurns(
        (site, turns, trial, random) -> {
          int index = random.nextInt(site.size());
          turns.leave(index);
          assertThat(site.server(index).stop()).isZero();
          trial.awaitChecks();
          site.restart(index);
          turns.join();
        });
  }

  @Test
  void one_that_was_frozen_past_its_lease_does_no_harm() throws Exception {
    endureInTurns(
        (site, turns, trial, random) -> {
          int index = random.nextInt(site.size());
          site.server(index).signal("STOP");
          turns.leave(index);
          Patience.pause(Postgres.LEASE.multipliedBy(3));
          turns.join(); // at once to both, as long as the one that wakes believes in its lease
          site.server(index).signal("CONT");
          trial.awaitChecks();
        });
  }

  @Test
  void the_database_may_restart() throws Exception {
    endureInTurns(
        (site, turns, trial, random) -> {
          postgres.stop(random.nextBoolean() ? "fast" : "immediate");
          Patience.pause(Duration.ofMillis(random.nextInt(4000)));
          postgres.startAgain();
          trial.awaitChecks();
        });
  }

  @Test
  void pairs_of_equal_submits_at_two_servers_make_one_task_each() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (Site site = site()) {
      var first = new Wire(() -> site.address(0), "pairs");
      var second = new Wire(() -> site.address(1), "pairs");
      List<Future<String>> ids = new ArrayList<>();
      for (int i = 0; i < PAIRS; i++) {
        String body =
            "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"pair-%d\"}"
                .formatted(i);
        ids.add(threads.submit(submit(first, body)));
        ids.add(threads.submit(submit(second, body)));
      }
      Set<String> distinct = new HashSet<>();
      for (int i = 0; i < PAIRS; i++) {
        String id = ids.get(2 * i).get();
        assertThat(ids.get(2 * i + 1).get()).as("the other one of pair %d", i).isEqualTo(id);
        assertThat(distinct.add(id)).as("pair %d has an id of its own", i).isTrue();
      }
      assertThat(first.get("/_mock/tasks?limit=10000").expect(200).path("tasks")).hasSize(PAIRS);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<String> submit(Wire wire, String body) {
    return () -> {
      List<String> id = new ArrayList<>();
      Patience.insist(
          () -> id.add(wire.post("/v1/videos/generations", body).expect(200).path("id").asText()));
      return id.get(0);
    };
  }

  @Test
  void frozen_sandboxes_cost_the_database_nothing() throws Exception {
    try (Site site = site("--max-sandboxes", "20000", "--clock", "frozen")) {
      Work idle = work();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<String>> made = new ArrayList<>();
      for (int i = 0; i < FROZEN; i++) {
        var wire = new Wire(() -> site.address(0), "frozen-" + i);
        made.add(threads.submit(submit(wire, "{\"model\":\"seedance-2\",\"prompt\":\"x\"}")));
      }
      for (Future<String> one : made) {
        one.get();
      }
      threads.shutdown();
      Work frozen = settled(idle);
      assertThat(frozen)
          .as("work of the database with %d frozen sandboxes", FROZEN)
          .isEqualTo(idle);
    }
  }

  /** Waits until the servers have put the sandboxes down, which they do when they are unused. */
  private static Work settled(Work idle) throws IOException {
    Work last = work();
    for (int i = 0; i < 30 && !last.isAtMost(idle); i++) {
      last = work();
    }
    System.out.printf("%d frozen sandboxes: %s; none: %s%n", FROZEN, last, idle);
    return last.isAtMost(idle) ? idle : last;
  }

  /** The work of a database in some seconds: transactions, and rows that were read or written. */
  private record Work(long transactions, long rows) {

    /** Tells if it is as little as another, but for the counting itself and a renewal more. */
    boolean isAtMost(Work other) {
      return transactions <= other.transactions() + other.transactions() / 4 + 5
          && rows <= other.rows() + 50;
    }
  }

  private static Work work() throws IOException {
    Work before = count();
    Patience.pause(Postgres.LEASE.multipliedBy(4));
    Work after = count();
    return new Work(after.transactions() - before.transactions(), after.rows() - before.rows());
  }

  private static Work count() throws IOException {
    return new Work(sum("xact_commit"), sum("tup_inserted + tup_updated + tup_deleted"));
  }

  private static long sum(String counts) throws IOException {
    return Long.parseLong(
        postgres.sql(
            "SELECT sum(%s) FROM pg_stat_database WHERE datname LIKE 'cluster%%'"
                .formatted(counts)));
  }

  private static void killOne(Site site, Trial trial, Random random) throws IOException {
    int index = random.nextInt(site.size());
    site.server(index).kill();
    trial.awaitChecks();
    site.restart(index);
  }

  /** Lets requests come to both servers in turns while something happens to them. */
  private void endureInTurns(EventInTurns event) throws Exception {
    var turns = new Turns();
    try (Site site = site()) {
      endure(
          site,
          () -> site.address(turns.next(site)),
          (same, trial, random) -> event.happen(same, turns, trial, random));
    }
  }

  private void endure(Site site, Supplier<String> address, Event event) throws Exception {
    var random = new Random(SEED);
    try (var trial = new Trial(SEED, STORIES, address)) {
      try {
        for (int round = 0; round < ROUNDS; round++) {
          trial.awaitSteps(random.nextInt(50, 400));
          event.happen(site, trial, random);
          trial.awaitChecks();
        }
        trial.awaitSteps(200);
        trial.finish();
        System.out.printf("%d rounds, %s%n", ROUNDS, trial);
      } catch (AssertionError e) {
        throw new AssertionError(e.getMessage() + System.lineSeparator() + site.log(), e);
      }
    }
  }

  private Site site(String... more) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--cluster-secret", "secret-of-a-test",
                "--public-url", "http://mock.test"));
    options.addAll(List.of(more));
    return Site.start(
        folder, 2, postgres.fresh("cluster" + ++databases), options.toArray(String[]::new));
  }
}
