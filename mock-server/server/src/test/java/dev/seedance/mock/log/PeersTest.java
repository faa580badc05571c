package dev.seedance.mock.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.MockProcess;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that misbehave without end, and what a server in a process of its own logs about them. */
class PeersTest {

  private static final int TIMES = 200;

  /** Room for each kind of entry once, far from an entry for each peer. */
  private static final long MOST_BYTES = 20_000;

  private static final String KEY = "Host: 127.0.0.1\r\nAuthorization: Bearer k\r\n";

  private static File log;
  private static Process process;
  private static URI address;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    log = directory.resolve("stderr").toFile();
    process = MockProcess.of(List.of(), "--clock=x10000").redirectError(log).start();
    address = MockProcess.address(process.inputReader());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void the_log_is_short() throws IOException {
    assertThat(log.length()).as(Files.readString(log.toPath())).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002", // TLS
        "GET /%zz HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "POST /v1/videos/generations HTTP/1.1\r\n" + KEY + "Content-Length: 90000\r\n\r\n{",
        "GET /_mock/tasks HTTP/1.1\r\n" + KEY + "\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: \u0080\r\n\r\n"
      })
  void requests_that_break_off(String request) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      try (Socket peer = connect(address.getPort())) {
        peer.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        peer.setSoLinger(true, 0); // the end is a reset
      }
    }
    assertServes();
  }

  @Test
  void watchers_that_leave_while_events_flow() throws IOException {
    Calls calls = Calls.to(address, "k");
    String watch = "GET /_mock/events HTTP/1.1\r\n" + KEY + "\r\n";
    for (int i = 0; i < TIMES; i++) {
      try (Socket watcher = connect(address.getPort())) {
        watcher.getOutputStream().write(watch.getBytes(StandardCharsets.US_ASCII));
        assertThat(watcher.getInputStream().read()).isPositive();
        calls.post("/v1/videos/generations", "{\"model\":\"seedance-2\",\"prompt\":\"x\"}");
        watcher.setSoLinger(true, 0);
      }
    }
    assertServes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void receivers_that_break_off(String scheme) throws IOException {
    try (var receiver = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var thread = new Thread(() -> breakOff(receiver));
      thread.setDaemon(true);
      thread.start();
      Calls calls = Calls.to(address, "k");
      String trial = "{\"url\":\"%s://127.0.0.1:%d/\"}".formatted(scheme, receiver.getLocalPort());
      for (int i = 0; i < TIMES; i++) {
        assertThat(calls.post("/_mock/webhooks/test", trial).status()).isEqualTo(200);
      }
    }
    assertServes();
  }

  private static void assertServes() {
    assertThat(Calls.to(address, "k").get("/_mock/health").status()).isEqualTo(200);
  }

  private static Socket connect(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  @SuppressWarnings("EmptyCatch") // the test is over
  private static void breakOff(ServerSocket receiver) {
    List<String> responses =
        List.of("", "\u0015\u0003\u0001\u0000", "nonsense\r\n\r\n", "HTTP/1.1");
    try {
      for (int i = 0; true; i++) {
        try (Socket caller = receiver.accept()) {
          caller
              .getOutputStream()
              .write(responses.get(i % responses.size()).getBytes(StandardCharsets.ISO_8859_1));
          caller.setSoLinger(true, 0);
        }
      }
    } catch (IOException expected) {
      // as above
    }
  }
}
