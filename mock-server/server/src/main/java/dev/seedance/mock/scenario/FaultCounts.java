package dev.seedance.mock.scenario;

import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.PartChanges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of submits, polls and webhook attempts to which faults could apply. Thread-safe.
 * Bounded: the oldest count is forgotten first.
 *
 * <p>A store has the count of polls ahead, the end of a block of {@value #BLOCK}, so that most
 * polls write nothing. After a crash the count goes on behind the block.
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

  /** About the bytes of memory that a count takes. */
  private static final long SIZE = 200;

  /** The polls that are counted in a store at a time. */
  static final int BLOCK = 10;

  /** The points that have counts of their own. */
  static final List<FaultPoint> COUNTED =
      List.of(FaultPoint.SUBMIT, FaultPoint.POLL, FaultPoint.WEBHOOK);

  /**
   * A count.
   *
   * @param now the present one
   * @param told the one that the store has; never less
   */
  private record Count(int now, int told) {

    static Count exact(int count) {
      return new Count(count, count);
    }

    Count next(int block) {
      int next = now + 1;
      return new Count(next, next > told ? now + block : told);
    }
  }

  private final HeldBytes heldBytes;
  private final PartChanges changes;
  private final Map<String, Count> submits;
  private final Map<String, Count> polls;
  private final Map<String, Count> webhooks;

  /**
   * Starts without counts.
   *
   * @param heldBytes counts them
   * @param changes keeps account of each, by the point and what is counted
   */
  FaultCounts(int capacity, HeldBytes heldBytes, PartChanges changes) {
    this.heldBytes = heldBytes;
    this.changes = changes;
    this.submits = bounded(capacity, FaultPoint.SUBMIT);
    this.polls = bounded(capacity, FaultPoint.POLL);
    this.webhooks = bounded(capacity, FaultPoint.WEBHOOK);
  }

  private Map<String, Count> of(FaultPoint point) {
    return switch (point) {
      case SUBMIT -> submits;
      case POLL, UNKNOWN_POLL -> polls;
      case WEBHOOK -> webhooks;
    };
  }

  /** Counts one more and returns the new count, 1 for the first. */
  synchronized int next(FaultPoint point, String counted) {
    Map<String, Count> counts = of(point);
    Count before = counts.getOrDefault(counted, Count.exact(0));
    Count after =
        before.next(point == FaultPoint.SUBMIT || point == FaultPoint.WEBHOOK ? 1 : BLOCK);
    if (counts.put(counted, after) == null) {
      heldBytes.add(SIZE);
    }
    if (after.told() != before.told()) {
      changes.mark(ScenarioForm.key(point, counted));
    }
    return after.now();
  }

  synchronized void forget(String scenario) {
    for (FaultPoint point : COUNTED) {
      if (of(point).remove(scenario) != null) {
        heldBytes.add(-SIZE);
        changes.mark(ScenarioForm.key(point, scenario));
      }
    }
  }

  synchronized State state() {
    return state(Count::now);
  }

  /** Returns the counts that the store has. */
  synchronized State told() {
    return state(Count::told);
  }

  private State state(Function<Count, Integer> count) {
    return new State(plain(submits, count), plain(polls, count), plain(webhooks, count));
  }

  private static Map<String, Integer> plain(
      Map<String, Count> counts, Function<Count, Integer> count) {
    Map<String, Integer> plain = new LinkedHashMap<>();
    counts.forEach((counted, one) -> plain.put(counted, count.apply(one)));
    return plain;
  }

  /** Returns the count that the store has; null if there is none. */
  synchronized @Nullable Integer told(FaultPoint point, String counted) {
    Count count = of(point).get(counted);
    return count == null ? null : count.told();
  }

  /** Tells the store the exact counts. */
  synchronized void settle() {
    for (FaultPoint point : COUNTED) {
      of(point)
          .replaceAll(
              (counted, count) -> {
                changes.mark(ScenarioForm.key(point, counted));
                return Count.exact(count.now());
              });
    }
  }

  /** Replaces all counts; the caller notes it. */
  synchronized void replace(State state) {
    for (FaultPoint point : COUNTED) {
      heldBytes.add(SIZE * (state.of(point).size() - of(point).size()));
      of(point).clear();
      state.of(point).forEach((counted, count) -> of(point).put(counted, Count.exact(count)));
    }
  }

  private Map<String, Count> bounded(int capacity, FaultPoint point) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
        boolean tooMany = size() > capacity;
        if (tooMany) {
          heldBytes.add(-SIZE);
          changes.mark(ScenarioForm.key(point, eldest.getKey()));
        }
        return tooMany;
      }
    };
  }
}
