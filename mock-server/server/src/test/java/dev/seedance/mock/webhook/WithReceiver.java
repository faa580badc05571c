package dev.seedance.mock.webhook;

import dev.seedance.mock.ControlCalls;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** A server whose time stands still, and for each test a receiver and a sandbox of its own. */
abstract class WithReceiver {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  static MockServer server;
  static HttpCalls calls;

  Receiver receiver;
  ControlCalls control;

  @BeforeAll
  static void start() {
    server = MockServer.start(options().build());
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open(TestInfo test) {
    receiver = new Receiver();
    control = ControlCalls.of(calls, test);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  static MockOptions.Builder options() {
    return MockOptions.builder().clock(ClockSetting.FROZEN).clockStart(START).seed(7);
  }

  HttpCalls.Answer submit(String more) {
    return submit(more, "A lighthouse");
  }

  HttpCalls.Answer submit(String more, String prompt) {
    return calls.submit(control.key(), request(more, prompt));
  }

  String request(String more, String prompt) {
    return "{\"model\":\"seedance-2\",\"prompt\":\"%s\",\"callback_url\":\"%s\"%s}"
        .formatted(prompt, receiver.url(), more.isEmpty() ? "" : "," + more);
  }
}
