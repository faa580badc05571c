package dev.seedance.mock.webhook;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in lanes, one for each sandbox, so that the slow work of one keeps no other waiting.
 *
 * <p>Bounded: so much work runs in a lane and in all, and so much waits in a lane. A free place
 * goes to the lane with the least work under way. Thread-safe; no thread waits here.
 */
final class Lanes {

  private static final class Lane {
    private final Queue<Supplier<? extends CompletableFuture<?>>> waiting = new ArrayDeque<>();
    private int running;
  }

  private record Start(Lane lane, Supplier<? extends CompletableFuture<?>> work) {}

  private final int mostInLane;
  private final int mostInAll;
  private final int mostWaiting;
  private final Map<String, Lane> lanes = new LinkedHashMap<>(); // holds no idle lane
  private int running;

  /**
   * Creates lanes without work.
   *
   * @param mostInLane how much runs in a lane at a time
   * @param mostInAll how much runs in all lanes at a time
   * @param mostWaiting how much waits in a lane
   */
  Lanes(int mostInLane, int mostInAll, int mostWaiting) {
    this.mostInLane = mostInLane;
    this.mostInAll = mostInAll;
    this.mostWaiting = mostWaiting;
  }

  /**
   * Runs work, now or when there is a place for it. Work of one lane starts in the order in which
   * it came.
   *
   * @param work must not block; its place is free again when what it returns is completed
   * @return false if too much waits already: the work will not run
   */
  boolean run(String lane, Supplier<? extends CompletableFuture<?>> work) {
    synchronized (this) {
      Lane own = lanes.computeIfAbsent(lane, name -> new Lane());
      if (own.waiting.size() >= mostWaiting) {
        return false;
      }
      own.waiting.add(work);
    }
    startAll();
    return true;
  }

  private void startAll() {
    for (Start next = next(); next != null; next = next()) {
      start(next.lane(), next.work());
    }
  }

  private void start(Lane lane, Supplier<? extends CompletableFuture<?>> work) {
    CompletableFuture<?> running = work.get();
    if (running.isDone()) {
      free(lane); // here and not in a callback, so that much work done at once is no deep stack
    } else {
      var unused =
          running.whenComplete(
              (result, failure) -> {
                free(lane);
                startAll();
              });
    }
  }

  /** Takes a place for the next work; null if there is no work or no place. */
  private synchronized @Nullable Start next() {
    if (running == mostInAll) {
      return null;
    }
    Lane lane =
        lanes.values().stream()
            .filter(candidate -> !candidate.waiting.isEmpty() && candidate.running < mostInLane)
            .min(Comparator.comparingInt(candidate -> candidate.running))
            .orElse(null);
    if (lane == null) {
      return null;
    }
    lane.running++;
    running++;
    return new Start(lane, lane.waiting.remove());
  }

  private synchronized void free(Lane lane) {
    running--;
    lane.running--;
    lanes.values().removeIf(idle -> idle.running == 0 && idle.waiting.isEmpty());
  }
}
