package dev.seedance.contract.verify;

import dev.seedance.contract.verify.checks.Checks;
import dev.seedance.mock.testkit.MockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A mock whose time passes when the verifier waits, and verifications of it through a proxy. */
final class VerifiedMock implements AutoCloseable {

  private static final String GENEROUS = "60000/60000";

  private static final AtomicInteger KEYS = new AtomicInteger();

  private final SteppedTime time = new SteppedTime();
  private final MockServer mock;
  private final String revision;

  VerifiedMock(String revision) {
    this.revision = revision;
    this.mock =
        MockServer.builder()
            .revision(revision)
            .clock("frozen")
            .rateLimits()
            .options("--submit-rate", GENEROUS, "--query-rate", GENEROUS)
            .realTime(time)
            .start();
  }

  /** Verifies in a fresh sandbox. */
  Report verify(Breakage calls, Breakage webhooks, int vectors, List<String> only) {
    String key = "key-" + KEYS.incrementAndGet();
    time.moves(mock.withApiKey(key));
    try (var proxy = BreakingProxy.before(mock.baseUrl(), calls, webhooks)) {
      return verify(settings(proxy.url(), key, vectors, only));
    }
  }

  Report verify(Settings settings) {
    try {
      List<Check> checks = Checks.of(settings.revision(), settings.vectors());
      return new Verification(settings, checks, time, Listener.NONE).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Settings settings(URI url, String key, int vectors, List<String> only) {
    return new Settings(
        url,
        key,
        "other-" + key,
        true,
        only,
        revision,
        Settings.DEFAULT_TIMEOUT,
        Duration.ofSeconds(5),
        vectors,
        Settings.Webhooks.LOCAL);
  }

  MockServer mock() {
    return mock;
  }

  SteppedTime time() {
    return time;
  }

  @Override
  public void close() {
    mock.close();
  }
}
