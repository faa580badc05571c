package dev.seedance.contract.stores;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed at random instants of random stories loses nothing that it has
 * acknowledged. {@code contract-tests/stores/kill.sh} runs the long form.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("seedance.kills", 6);
  private static final long SEED = Long.getLong("seedance.seed", System.nanoTime() % 1_000_000);
  private static final int STORIES = 4;

  @TempDir private Path folder;

  @Test
  void a_server_with_a_file_loses_nothing() throws Exception {
    killAll(Storage.file(folder.resolve("data")), KILLS);
  }

  @Test
  void a_server_with_a_database_loses_nothing() throws Exception {
    try (Postgres postgres = Postgres.start()) {
      killAll(postgres.storage("seedance"), KILLS);
    }
  }

  @Test
  void a_server_without_a_store_fails_these_checks_once_it_is_killed_and_not_before()
      throws Exception {
    killAll(Storage.memory(), 0);
    assertThatThrownBy(() -> killAll(Storage.memory(), 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("memory", "a story with seed " + SEED + " failed");
  }

  private void killAll(Storage storage, int kills) throws Exception {
    var random = new Random(SEED);
    try (Site site = Site.start(folder, 1, storage);
        var trial = new Trial(SEED, STORIES, () -> site.address(0))) {
      try {
        for (int kill = 1; kill <= kills; kill++) {
          trial.awaitSteps(random.nextInt(50, 400));
          Patience.pause(Duration.ofMillis(random.nextInt(20)));
          site.server(0).kill();
          if (random.nextInt(5) == 0) { // once more, while it starts
            site.relaunch(0);
            Patience.pause(Duration.ofMillis(random.nextInt(2000)));
            site.server(0).kill();
          }
          site.restart(0);
          trial.awaitChecks();
        }
        trial.awaitSteps(500);
        trial.awaitChecks();
        trial.finish();
        System.out.printf("%s: %d kills, %s%n", storage.name(), kills, trial);
      } catch (AssertionError e) {
        throw new AssertionError(
            "%s: %s%n%s".formatted(storage.name(), e.getMessage(), site.log()), e);
      }
    }
  }
}
