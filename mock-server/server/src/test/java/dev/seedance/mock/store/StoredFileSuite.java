package dev.seedance.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.store.SandboxStore.Claim;
import dev.seedance.mock.store.SandboxStore.Lease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of files, and the end of sandboxes that nobody uses. Holds for every store. */
interface StoredFileSuite extends StoreUnderTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (5 << 20) + 7})
  default void a_file_comes_back_as_it_was(int size) throws IOException {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    store().putFile("a", "file", new ByteArrayInputStream(bytes));
    assertThat(file("a", "file")).isEqualTo(bytes);
    store().putFile("a", "file", new ByteArrayInputStream(Arrays.copyOf(bytes, size / 2)));
    assertThat(file("a", "file")).isEqualTo(Arrays.copyOf(bytes, size / 2));
    assertThat(store().file("a", "other")).isEmpty();
    assertThat(store().file("b", "file")).isEmpty();
    store().deleteFiles("a", List.of("file", "none"));
    assertThat(store().file("a", "file")).isEmpty();
  }

  private byte[] file(String sandbox, String name) throws IOException {
    try (InputStream in = store().file(sandbox, name).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  @Test
  default void sandboxes_that_nobody_has_used_are_deleted_with_all_that_they_have() {
    Lease lease = claimed("old", ONE, LONG);
    store().write(List.of(write(lease, document("task", "x", 1, "1"))));
    store().putFile("old", "file", new ByteArrayInputStream(new byte[9]));
    claimed("owned", TWO, LONG);
    assertThat(store().deleteUnusedSince(store().now().plus(LONG))).isZero();
    store().release(List.of(lease));
    assertThat(store().deleteUnusedSince(store().now().minus(LONG))).isZero();
    assertThat(stored("old")).hasSize(1);
    assertThat(store().deleteUnusedSince(store().now().plus(LONG))).isOne();
    assertThat(store().claimKnown("old", ONE, LONG)).isEmpty();
    assertThat(store().load("old")).isEmpty();
    assertThat(store().file("old", "file")).isEmpty();
    assertThat(store().claim("owned", 7, ONE, LONG)).isEqualTo(new Claim(null, TWO));
  }

  @Test
  default void many_unused_sandboxes_are_deleted() {
    IntStream.range(0, 250).forEach(i -> claimed("sandbox" + i, ONE, ENDED));
    assertThat(store().deleteUnusedSince(store().now().plus(LONG))).isEqualTo(250);
  }
}
