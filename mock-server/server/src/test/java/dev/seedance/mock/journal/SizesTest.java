package dev.seedance.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SizesTest {

  @Property(tries = 200)
  void the_total_is_that_of_what_was_added_and_not_taken_away(
      @ForAll @Size(max = 500) List<@IntRange(min = -1, max = 10_000) Integer> steps) {
    var sizes = new Sizes();
    Deque<Integer> expected = new ArrayDeque<>();
    for (int step : steps) {
      if (step >= 0) {
        sizes.add(step);
        expected.addLast(step);
      } else if (!expected.isEmpty()) {
        sizes.removeFirst();
        expected.removeFirst();
      }
      assertThat(sizes.total()).isEqualTo(expected.stream().mapToInt(size -> size).sum());
    }
  }

  @Property(tries = 20)
  void the_oldest_goes_first_however_often_the_ring_grew(
      @ForAll @IntRange(min = 1, max = 700) int count) {
    var sizes = new Sizes();
    for (int i = 1; i <= 50; i++) { // so that the head is not where it began
      sizes.add(1);
      sizes.removeFirst();
    }
    for (int i = 1; i <= count; i++) {
      sizes.add(i);
    }
    long total = (long) count * (count + 1) / 2;
    for (int i = 1; i <= count; i++) {
      assertThat(sizes.total()).isEqualTo(total);
      sizes.removeFirst();
      total -= i;
    }
    assertThat(sizes.total()).isZero();
  }
}
