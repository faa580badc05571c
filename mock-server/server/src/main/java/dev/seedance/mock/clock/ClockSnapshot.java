package dev.seedance.mock.clock;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What time it is in a sandbox, and how it flows. */
@Factory
final class ClockSnapshot {

  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  /**
   * The state.
   *
   * @param setting in the form of the command line, such as {@code x60}
   */
  record State(String setting, Instant now) {

    static State of(SandboxClock clock) {
      return new State(clock.setting().toString(), clock.instant());
    }

    /** Puts this time in the place of a sandbox's own; checked first. */
    Runnable change(Agenda agenda) {
      ClockSetting parsed = ClockSetting.parse(setting);
      if (now.isBefore(Instant.EPOCH) || now.isAfter(LATEST)) {
        throw new IllegalArgumentException(
            "'now' is " + now + "; expected an instant from 1970 to 9000");
      }
      return () -> agenda.restoreClock(parsed, now);
    }
  }

  @Singleton
  SnapshotPart<State> clock() {
    return new SnapshotPart<>(
        "clock",
        State.class,
        sandbox -> State.of(sandbox.clock()),
        (sandbox, state) -> state.change(sandbox.agenda()));
  }
}
