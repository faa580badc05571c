package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();

  @Test
  void a_lane_starts_its_work_in_turn_up_to_its_limit() {
    var lanes = new Lanes(2, 10, 10);
    runAll(lanes, "a", 4);
    assertThat(started).containsOnlyKeys("a0", "a1");
    finish("a1");
    assertThat(started).containsOnlyKeys("a0", "a1", "a2");
  }

  @Test
  void a_full_lane_keeps_no_other_waiting() {
    var lanes = new Lanes(2, 3, 10);
    runAll(lanes, "a", 9);
    runAll(lanes, "b", 1);
    assertThat(started).containsOnlyKeys("a0", "a1", "b0");
  }

  @Test
  void a_free_place_goes_to_the_lane_with_the_least_work_under_way() {
    var lanes = new Lanes(3, 4, 10);
    runAll(lanes, "a", 9);
    runAll(lanes, "b", 9);
    runAll(lanes, "c", 1);
    assertThat(started).containsOnlyKeys("a0", "a1", "a2", "b0");
    finish("a0");
    finish("a1");
    assertThat(started.keySet()).endsWith("c0", "a3");
  }

  @Test
  void work_that_fails_frees_its_place() {
    var lanes = new Lanes(1, 1, 10);
    runAll(lanes, "a", 2);
    work("a0").completeExceptionally(new IllegalStateException("made to fail"));
    assertThat(started).containsKey("a1");
  }

  @Test
  void so_much_waits_and_no_more() {
    var lanes = new Lanes(1, 10, 2);
    runAll(lanes, "a", 3);
    assertThat(lanes.run("a", () -> new CompletableFuture<>())).isFalse();
    assertThat(lanes.run("b", () -> start("b0"))).isTrue();
    assertThat(started).containsOnlyKeys("a0", "b0");
  }

  @Test
  void much_work_that_is_done_at_once_is_no_deep_stack() {
    var lanes = new Lanes(1, 1, 100_000);
    var gate = new CompletableFuture<Void>();
    lanes.run("a", () -> gate);
    List<Integer> done = new ArrayList<>();
    IntStream.range(0, 50_000)
        .forEach(
            number ->
                lanes.run(
                    "a",
                    () -> {
                      done.add(number);
                      return CompletableFuture.completedFuture(null);
                    }));
    gate.complete(null);
    assertThat(done).hasSize(50_000).isSorted();
  }

  private void runAll(Lanes lanes, String lane, int count) {
    for (int number = 0; number < count; number++) {
      String name = lane + number;
      assertThat(lanes.run(lane, () -> start(name))).isTrue();
    }
  }

  private CompletableFuture<Void> start(String name) {
    var work = new CompletableFuture<Void>();
    started.put(name, work);
    return work;
  }

  private void finish(String name) {
    work(name).complete(null);
  }

  private CompletableFuture<Void> work(String name) {
    return Objects.requireNonNull(started.get(name), name);
  }
}
