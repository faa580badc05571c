package dev.seedance.mock.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of submits, polls and webhook attempts to which faults could apply. Thread-safe.
 * Bounded: the oldest count is forgotten first.
 */
final class FaultCounts {

  /**
   * All counts, as in a snapshot.
   *
   * @param submits by scenario
   * @param polls by task id; those of unknown ids by scenario
   * @param webhooks by scenario
   */
  record State(
      Map<String, Integer> submits, Map<String, Integer> polls, Map<String, Integer> webhooks) {

    /** The largest count that a snapshot may have, far from an overflow. */
    private static final int MAX = 1_000_000_000;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if a count is out of range
     */
    State {
      for (Map<String, Integer> counts : List.of(submits, polls, webhooks)) {
        if (counts.values().stream().anyMatch(count -> count < 0 || count > MAX)) {
          throw new IllegalArgumentException("a count is out of range; expected 0 to " + MAX);
        }
      }
    }

    static final State NONE = new State(Map.of(), Map.of(), Map.of());

    Map<String, Integer> of(FaultPoint point) {
      return switch (point) {
        case SUBMIT -> submits;
        case POLL, UNKNOWN_POLL -> polls;
        case WEBHOOK -> webhooks;
      };
    }
  }

  private final State counts;

  FaultCounts(int capacity) {
    this.counts = new State(bounded(capacity), bounded(capacity), bounded(capacity));
  }

  /** Counts one more and returns the new count, 1 for the first. */
  synchronized int next(FaultPoint point, String counted) {
    return counts.of(point).merge(counted, 1, Integer::sum);
  }

  synchronized void forget(String scenario) {
    counts.submits().remove(scenario);
    counts.polls().remove(scenario);
    counts.webhooks().remove(scenario);
  }

  synchronized State state() {
    return new State(
        new LinkedHashMap<>(counts.submits()),
        new LinkedHashMap<>(counts.polls()),
        new LinkedHashMap<>(counts.webhooks()));
  }

  synchronized void replace(State state) {
    for (FaultPoint point : FaultPoint.values()) {
      counts.of(point).clear();
      counts.of(point).putAll(state.of(point));
    }
  }

  private static Map<String, Integer> bounded(int capacity) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
        return size() > capacity;
      }
    };
  }
}
