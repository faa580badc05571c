package dev.seedance.mock.sandbox;

import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.time.SandboxClock;
import dev.seedance.mock.time.TimeRange;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The clock of a sandbox. */
@Singleton
final class ClockFeature extends SandboxFeature<SandboxClock, ClockFeature.Document> {

  /**
   * A clock in a snapshot.
   *
   * @param setting in the form of the command line, such as {@code x60}
   */
  record Document(String setting, Instant now) {}

  private static final String AT_ITS_END =
      "The clock has reached its end, %s, and stands; set it back with PUT /_mock/clock, such as"
              .formatted(TimeRange.LATEST)
          + " {\"now\":\"2026-01-01T00:00:00Z\"}.";

  ClockFeature() {
    super("clock", SandboxClock.class, Document.class);
  }

  @Override
  protected SandboxClock create(Sandbox sandbox) {
    return sandbox.clock();
  }

  @Override
  protected Optional<String> notice(SandboxClock clock) {
    return clock.isAtItsEnd() ? Optional.of(AT_ITS_END) : Optional.empty();
  }

  @Override
  public Document save(SandboxClock clock) {
    return new Document(clock.setting().toString(), clock.instant());
  }

  @Override
  public Runnable restore(Sandbox sandbox, Document document) {
    ClockSetting setting = ClockSetting.parse(document.setting());
    if (!TimeRange.contains(document.now())) {
      throw new IllegalArgumentException(
          "'now' is " + document.now() + "; expected an instant from 1970 to 9000");
    }
    return () -> sandbox.queue().restoreClock(setting, document.now());
  }
}
