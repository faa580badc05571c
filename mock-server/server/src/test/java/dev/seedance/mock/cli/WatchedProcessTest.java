package dev.seedance.mock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A server that a killed test run has started must not stay. */
class WatchedProcessTest {

  @Test
  void sees_that_the_process_has_ended() throws Exception {
    Process other = start();
    WatchedProcess watched = WatchedProcess.of(other.pid());
    assertThat(watched.holds()).isFalse();

    other.destroyForcibly().waitFor();
    assertThat(watched.holds()).isTrue();
    assertThat(watched.exitCode()).isZero();
    assertThat(new String(watched.advice(), UTF_8))
        .contains("process " + other.pid() + " has ended", "--stop-with-process");
  }

  @Test
  void one_that_has_ended_before_is_noticed_too() throws Exception {
    Process other = start();
    other.destroyForcibly().waitFor();
    assertThat(WatchedProcess.of(other.pid()).holds()).isTrue();
  }

  @Test
  void without_a_process_there_is_none_to_end() {
    assertThat(WatchedProcess.of(null).holds()).isFalse();
  }

  private static Process start() throws IOException, URISyntaxException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var classes = Waiter.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return new ProcessBuilder(
            java.toString(), "-cp", Path.of(classes).toString(), Waiter.class.getName())
        .start();
  }

  /** A program that waits until it is ended. */
  static final class Waiter {

    private Waiter() {}

    public static void main(String[] args) throws IOException {
      while (System.in.read() >= 0) {
        // the end of the input is the end of the test
      }
    }
  }
}
