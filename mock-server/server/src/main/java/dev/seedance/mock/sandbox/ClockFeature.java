package dev.seedance.mock.sandbox;

import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.time.SandboxClock;
import dev.seedance.mock.time.TimeRange;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The clock of a sandbox. */
@Singleton
final class ClockFeature extends SandboxFeature<SandboxClock, ClockFeature.Document> {

  /**
   * A clock in a snapshot.
   *
   * @param setting in the form of the command line, such as {@code x60}
   */
  record Document(String setting, Instant now) {}

  ClockFeature() {
    super("clock", SandboxClock.class, Document.class);
  }

  @Override
  protected SandboxClock create(Sandbox sandbox) {
    return sandbox.clock();
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
