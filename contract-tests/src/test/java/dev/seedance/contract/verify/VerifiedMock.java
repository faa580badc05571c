package dev.seedance.contract.verify;

import dev.seedance.contract.verify.checks.Checks;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.options.Rate;
import dev.seedance.mock.options.RateLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A mock whose time passes when the verifier waits, and verifications of it through a proxy. */
final class VerifiedMock implements AutoCloseable {

  private static final AtomicInteger KEYS = new AtomicInteger();

  private final SteppedTime time = new SteppedTime();
  private final MockServer mock;
  private final String revision;

  VerifiedMock(String revision) {
    this.revision = revision;
    this.mock =
        MockServer.start(
            MockOptions.builder()
                .revision(revision)
                .clock(ClockSetting.FROZEN)
                .rateLimits(generous())
                .build(),
            time);
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

  private static RateLimits generous() {
    return new RateLimits(true, Rate.parse("60000/60000"), Rate.parse("60000/60000"));
  }
}
