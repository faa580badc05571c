package dev.seedance.mock.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.store.SandboxStore.Claim;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Servers that do the same at the same time. Holds for every store. */
interface StoreRaceSuite extends StoreUnderTest {

  /** Two members take a sandbox from each other, as often as they can, and write what they read. */
  @Test
  default void nothing_is_lost_between_owners_in_a_race() throws Exception {
    int rounds = 40;
    Callable<Integer> one = () -> count(ONE, rounds);
    Callable<Integer> two = () -> count(TWO, rounds);
    int all = together(List.of(one, two)).stream().mapToInt(n -> n).sum();
    assertThat(all).isPositive();
    assertThat(stored("a")).containsExactly("count/=" + all);
  }

  /** Claims, reads, adds one and writes; returns how many writes were stored. */
  private int count(Member member, int rounds) {
    int stored = 0;
    for (int i = 0; i < rounds; i++) {
      Lease lease = store().claim("a", 7, member, ENDED).lease();
      if (lease == null) {
        continue;
      }
      int before =
          store().load("a").stream()
              .mapToInt(one -> Integer.parseInt(new String(one.json(), UTF_8)))
              .sum();
      var next = document("count", "", 1, Integer.toString(before + 1));
      if (store().write(List.of(write(lease, next))).isEmpty()) {
        stored++;
      }
    }
    return stored;
  }

  @Test
  default void who_claims_first_has_it_in_a_race() throws Exception {
    List<Callable<Claim>> claims =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    (Callable<Claim>)
                        () -> store().claim("a", 7, new Member("m" + i, "http://m" + i), LONG))
            .toList();
    List<Claim> results = together(claims);
    assertThat(results).filteredOn(claim -> claim.lease() != null).hasSize(1);
    assertThat(results)
        .filteredOn(claim -> claim.lease() == null)
        .extracting(Claim::owner)
        .doesNotContainNull()
        .hasSize(3);
    assertThat(new HashSet<>(results)).as("all name the same owner").hasSize(2);
  }

  @Test
  default void members_that_adopt_at_the_same_time_get_different_sandboxes() throws Exception {
    IntStream.range(0, 40).forEach(i -> due("sandbox" + i, Instant.EPOCH));
    List<Callable<List<Lease>>> members =
        Stream.of(ONE, TWO)
            .map(member -> (Callable<List<Lease>>) () -> store().adoptDue(member, LONG, 20))
            .toList();
    List<String> adopted =
        together(members).stream().flatMap(List::stream).map(Lease::sandbox).toList();
    assertThat(adopted).doesNotHaveDuplicates().isNotEmpty();
    List<String> rest = store().adoptDue(ONE, LONG, 40).stream().map(Lease::sandbox).toList();
    assertThat(rest).doesNotContainAnyElementsOf(adopted).hasSize(40 - adopted.size());
  }

  /** Does work at the same time, each in a thread of its own. */
  private static <T> List<T> together(List<Callable<T>> works) throws Exception {
    var start = new CyclicBarrier(works.size());
    var threads = Executors.newFixedThreadPool(works.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result :
          threads.invokeAll(works.stream().map(work -> after(start, work)).toList())) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Callable<T> after(CyclicBarrier start, Callable<T> work) {
    return () -> {
      start.await();
      return work.call();
    };
  }
}
