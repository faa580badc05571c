package dev.seedance.mock.sandbox;

import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.time.SandboxClock;
import dev.seedance.mock.time.TimeRange;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The clock of a sandbox. */
@Singleton
final class ClockFeature extends SandboxFeature<ClockFeature.State, ClockFeature.Document> {

  static final String NAME = "clock";

  /**
   * The clock and the account of its changes, which knows the now of the store.
   *
   * @param clock the clock
   * @param changes those of the sandbox
   */
  record State(SandboxClock clock, Changes changes) {}

  /**
   * A clock in a snapshot.
   *
   * @param setting in the form of the command line, such as {@code x60}
   */
  record Document(String setting, Instant now) {}

  /**
   * A clock in a store. It flows on from there, even while no server runs.
   *
   * @param setting in the form of the command line
   * @param now the instant that it showed, after the last change of it that is complete
   * @param at the instant of the store at which it showed that
   */
  record StoredClock(String setting, Instant now, Instant at) {}

  private static final String AT_ITS_END =
      "The clock has reached its end, %s, and stands; set it back with PUT /_mock/clock, such as"
              .formatted(TimeRange.LATEST)
          + " {\"now\":\"2026-01-01T00:00:00Z\"}.";

  ClockFeature() {
    super(NAME, State.class, Document.class);
  }

  @Override
  protected State create(Sandbox sandbox) {
    return new State(sandbox.clock(), sandbox.changes());
  }

  @Override
  protected Optional<String> notice(State state) {
    return state.clock().isAtItsEnd() ? Optional.of(AT_ITS_END) : Optional.empty();
  }

  @Override
  public Document save(State state) {
    SandboxClock clock = state.clock();
    return new Document(clock.setting().toString(), clock.instant());
  }

  @Override
  public Runnable restore(Sandbox sandbox, Document document) {
    return restore(sandbox, ClockSetting.parse(document.setting()), document.now());
  }

  private static Runnable restore(Sandbox sandbox, ClockSetting setting, Instant now) {
    if (!TimeRange.contains(now)) {
      throw new IllegalArgumentException(
          "'now' is " + now + "; expected an instant from 1970 to 9000");
    }
    return () -> sandbox.queue().restoreClock(setting, now);
  }

  @Override
  public Optional<Stored<State>> stored() {
    return Optional.of(STORED);
  }

  private static final Stored<State> STORED =
      new Stored<>() {
        @Override
        public List<String> keys(State state) {
          return List.of(WHOLE);
        }

        @Override
        public Object find(State state, String key) {
          SandboxClock.Settled clock = state.clock().settled();
          return new StoredClock(clock.setting().toString(), clock.now(), state.changes().now());
        }

        @Override
        public Class<?> type(String key) {
          return StoredClock.class;
        }

        @Override
        public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
          var clock = (StoredClock) Objects.requireNonNull(documents.get(WHOLE));
          ClockSetting setting = ClockSetting.parse(clock.setting());
          Duration since = Duration.between(clock.at(), sandbox.changes().now());
          return ClockFeature.restore(sandbox, setting, setting.after(clock.now(), since));
        }
      };
}
