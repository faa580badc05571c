package dev.seedance.mock.time;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the advances of a sandbox's clock one after the other and step by step.
 *
 * <p>The thread that asks for a move, or that completes what a step waits for, runs the next steps.
 * At most one thread does so at a time, and none waits.
 */
final class ClockMoves {

  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private static final class Move {
    private final Supplier<Instant> target;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable Instant to;
    private boolean waitedForRunning;

    Move(Supplier<Instant> target) {
      this.target = target;
    }
  }

  private final Function<Instant, @Nullable CompletableFuture<?>> runNext;
  private final Supplier<CompletableFuture<?>> allRunning;
  private final Queue<Move> queue = new ArrayDeque<>();
  private @Nullable Move current;
  private @Nullable Move pendingRun;

  /**
   * Creates moves that consist of these steps.
   *
   * @param runNext starts the next event that is due by an instant; null if there is none
   * @param allRunning completes when every running event has completed
   */
  ClockMoves(
      Function<Instant, @Nullable CompletableFuture<?>> runNext,
      Supplier<CompletableFuture<?>> allRunning) {
    this.runNext = runNext;
    this.allRunning = allRunning;
  }

  /**
   * Advances to an instant.
   *
   * @param target asked for when it is this move's turn
   * @return completes when the move is over
   */
  CompletableFuture<Void> advanceTo(Supplier<Instant> target) {
    var move = new Move(target);
    if (isNext(move)) {
      proceed(move);
    }
    return move.done;
  }

  /**
   * Runs what is due, unless such a run is queued already.
   *
   * @param now asked for when it is this move's turn
   */
  void runDueSoon(Supplier<Instant> now) {
    Move move;
    synchronized (queue) {
      if (pendingRun != null) {
        return;
      }
      move = new Move(now);
      pendingRun = move;
    }
    if (isNext(move)) {
      proceed(move);
    }
  }

  /** Queues a move; tells if it is its turn at once. */
  private boolean isNext(Move move) {
    synchronized (queue) {
      if (current != null) {
        queue.add(move);
        return false;
      }
      begin(move);
      return true;
    }
  }

  private void begin(@Nullable Move move) {
    current = move;
    if (move == pendingRun) {
      pendingRun = null;
    }
  }

  private void proceed(Move first) {
    for (Move move = first; move != null; ) {
      CompletableFuture<?> step = step(move);
      if (step == null) {
        Move next = next();
        move.done.complete(null);
        move = next;
      } else if (!step.isDone()) {
        Move waiting = move;
        var unused = step.whenComplete((result, failure) -> proceed(waiting));
        return;
      }
    }
  }

  /** Starts the next step; null if the move is over, successfully or not. */
  private @Nullable CompletableFuture<?> step(Move move) {
    try {
      return startNext(move);
    } catch (RuntimeException e) { // a broken move must not hold up those behind it
      move.done.completeExceptionally(e);
      return null;
    }
  }

  private @Nullable CompletableFuture<?> startNext(Move move) {
    Instant to = move.to != null ? move.to : move.target.get();
    move.to = to;
    CompletableFuture<?> event = runNext.apply(to);
    if (event != null) {
      return event;
    }
    CompletableFuture<?> others = move.waitedForRunning ? NOTHING : allRunning.get();
    move.waitedForRunning = true;
    return others.isDone() ? null : others;
  }

  private @Nullable Move next() {
    synchronized (queue) {
      Move move = queue.poll();
      begin(move);
      return move;
    }
  }
}
