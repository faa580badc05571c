package dev.seedance.mock.race;

import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The end of a task is told once, whoever meets whom.
 *
 * <p>Short here. {@code src/stress/race.sh} runs it for as long as you like, with other seeds.
 */
class RaceTest {

  private static final long SEED = Long.getLong("seedance.race.seed", 160_493);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("seedance.race.seconds", 1));
  private static final int THREADS = Integer.getInteger("seedance.race.threads", 8);
  private static final int MOVES = 25;

  @RegisterExtension
  static final TestServer server =
      TestServer.with(
          "--clock=frozen",
          "--clock-start=2026-03-01T00:00:00Z",
          "--balance=unlimited",
          "--max-sandboxes=8");

  @ParameterizedTest
  @EnumSource(Family.class)
  void the_end_of_a_task_is_told_once(Family family) throws Exception {
    long end = System.nanoTime() + TIME.toNanos() / Family.values().length;
    long seed = SEED;
    do {
      race(family, seed++);
    } while (System.nanoTime() < end);
  }

  private static void race(Family family, long seed) throws IOException, InterruptedException {
    try (var receiver = new CountingReceiver(true)) {
      new Race(server.as("race-" + family + "-" + seed), receiver, family, seed)
          .run(THREADS, MOVES);
    }
  }
}
