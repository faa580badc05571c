package dev.seedance.mock.scenario;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a store keeps scenarios: all of the sandbox's own in one document, because
 * their order matters, and each count by itself.
 */
final class ScenarioForm implements Stored<Scenarios> {

  static final String OWN = "own";

  /** The scenarios of a sandbox, in the order in which their matches are tried. */
  record Own(List<Scenario> scenarios) {}

  /**
   * A count in a store.
   *
   * @param count the present one, or the end of its block
   */
  record Count(int count) {}

  /** Returns the key of a count. */
  static String key(FaultPoint point, String counted) {
    return prefix(point == FaultPoint.UNKNOWN_POLL ? FaultPoint.POLL : point) + counted;
  }

  private static String prefix(FaultPoint point) {
    return point + "/";
  }

  private static FaultPoint point(String key) {
    return FaultCounts.COUNTED.stream()
        .filter(point -> key.startsWith(prefix(point)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is the key of no count"));
  }

  private static String counted(String key) {
    return key.substring(prefix(point(key)).length());
  }

  @Override
  public List<String> keys(Scenarios state) {
    FaultCounts.State counts = state.counts().told();
    List<String> keys = new ArrayList<>(List.of(OWN));
    for (FaultPoint point : FaultCounts.COUNTED) {
      counts.of(point).keySet().forEach(counted -> keys.add(key(point, counted)));
    }
    return keys;
  }

  @Override
  public @Nullable Object find(Scenarios state, String key) {
    if (key.equals(OWN)) {
      return new Own(state.all());
    }
    Integer told = state.counts().told(point(key), counted(key));
    return told == null ? null : new Count(told);
  }

  @Override
  public Class<?> type(String key) {
    return key.equals(OWN) ? Own.class : Count.class;
  }

  @Override
  public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
    List<Scenario> own = new ArrayList<>();
    var counts =
        new FaultCounts.State(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    documents.forEach(
        (key, document) -> {
          if (document instanceof Count count) {
            counts.of(point(key)).put(counted(key), count.count());
          } else {
            own.addAll(((Own) document).scenarios());
          }
        });
    Scenarios scenarios = sandbox.get(Scenarios.class);
    scenarios.requireRestorable(own);
    return () -> scenarios.replaceAll(own, counts);
  }
}
