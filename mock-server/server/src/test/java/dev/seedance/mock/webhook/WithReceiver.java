package dev.seedance.mock.webhook;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server whose time stands still, and for each test a receiver and a sandbox of its own. */
abstract class WithReceiver {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  static final String[] OPTIONS = {"--clock=frozen", "--clock-start=" + START, "--seed=7"};

  @RegisterExtension static final TestServer server = TestServer.with(OPTIONS);

  Receiver receiver;

  @BeforeEach
  void open() {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  Response submit(String more) {
    return submit(more, "A lighthouse");
  }

  Response submit(String more, String prompt) {
    return server.submit(request(more, prompt));
  }

  String request(String more, String prompt) {
    return "{\"model\":\"seedance-2\",\"prompt\":\"%s\",\"callback_url\":\"%s\"%s}"
        .formatted(prompt, receiver.url(), more.isEmpty() ? "" : "," + more);
  }
}
