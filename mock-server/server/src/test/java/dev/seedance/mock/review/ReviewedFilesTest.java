package dev.seedance.mock.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.MemoryBudget;
import dev.seedance.mock.sandbox.PartChanges;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReviewedFilesTest {

  private final HeldBytes heldBytes = new HeldBytes(new MemoryBudget(Long.MAX_VALUE));
  private final ReviewedFiles files = new ReviewedFiles(heldBytes, PartChanges.NONE);

  @Test
  void the_oldest_is_forgotten_first() {
    files.replaceAll(entries(ReviewedFiles.MAX + 1));
    assertThat(files.all()).hasSize(ReviewedFiles.MAX);
    assertThat(files.all()[0]).isEqualTo(entries(2).get(1));
  }

  @Test
  void its_bytes_are_counted() {
    files.replaceAll(entries(2));
    long two = heldBytes.bytes();
    files.replaceAll(entries(1));
    assertThat(heldBytes.bytes()).isPositive().isEqualTo(two / 2);
    assertThat(files.forgetOldest()).isTrue();
    assertThat(files.forgetOldest()).isFalse();
    assertThat(heldBytes.bytes()).isZero();
  }

  private static List<ReviewedFiles.Entry> entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new ReviewedFiles.Entry("%032x".formatted(i), Instant.EPOCH))
        .toList();
  }
}
