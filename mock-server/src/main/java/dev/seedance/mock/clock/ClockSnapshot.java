package dev.seedance.mock.clock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.ScenarioJson;
import dev.seedance.mock.snapshot.SnapshotPart;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What time it is in a sandbox, and how it flows. */
@Singleton
final class ClockSnapshot implements SnapshotPart {

  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  /**
   * The state.
   *
   * @param setting in the form of the command line, such as {@code x60}
   */
  private record State(String setting, Instant now) {}

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public JsonNode save(Sandbox sandbox) {
    SandboxClock clock = sandbox.clock();
    return ScenarioJson.MAPPER.valueToTree(new State(clock.setting().toString(), clock.instant()));
  }

  @Override
  public Runnable restore(Sandbox sandbox, JsonNode state) {
    State read = ScenarioJson.read(state, State.class);
    ClockSetting setting = ClockSetting.parse(read.setting());
    if (read.now().isBefore(Instant.EPOCH) || read.now().isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "'now' is " + read.now() + "; expected an instant from 1970 to 9000");
    }
    return () -> sandbox.agenda().restoreClock(setting, read.now());
  }
}
