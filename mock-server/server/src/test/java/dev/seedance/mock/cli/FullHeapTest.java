package dev.seedance.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.MockProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process with a small heap that is sent more than it can hold. */
@Timeout(120)
class FullHeapTest {

  private static final int HEAP_MB = 32;
  private static final String REQUEST =
      "{\"model\":\"seedance-2\",\"prompt\":\"" + "x".repeat(15_000) + "\"}";

  @Test
  void by_default_the_oldest_tasks_make_room() throws Exception {
    Process process = start("--clock=frozen");
    try (BufferedReader out = process.inputReader()) {
      URI address = MockProcess.address(out);
      for (int i = 0; i < HEAP_MB * 60; i++) { // more than the heap could hold
        assertThat(Calls.to(address, "key-" + i % 3).submit(REQUEST).status()).isEqualTo(200);
      }
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_full_heap_ends_the_process_with_a_message_and_a_code() throws Exception {
    Process process = start("--clock=frozen", "--max-memory=1000000000000");
    try (BufferedReader out = process.inputReader();
        BufferedReader err = process.errorReader()) {
      URI address = MockProcess.address(out);
      fill(address);
      assertThat(err.lines())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .startsWith("seedance mock: the heap of ")
                      .endsWith(" or let it keep less with --max-memory."));
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(FullHeap.EXIT_CODE);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Submits until the process is gone. */
  private static void fill(URI address) {
    try {
      for (int i = 0; i < HEAP_MB * 1_000; i++) {
        Calls.to(address, "k").submit(REQUEST);
      }
    } catch (UncheckedIOException e) {
      return;
    }
    throw new AssertionError("the heap has room for everything");
  }

  private static Process start(String... options) throws IOException {
    return MockProcess.of(List.of("-Xmx" + HEAP_MB + "m"), options).start();
  }
}
