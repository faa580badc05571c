package dev.seedance.mock.clock;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the moves of a sandbox's time, one after the other and step by step.
 *
 * <p>Whoever asks for a move, or ends what a step waits for, lends its thread for the next steps;
 * at most one is lent at a time and none waits.
 */
final class Moves {

  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private static final class Move {
    private final Supplier<Instant> target;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable Instant to;
    private boolean waitedForOthers;

    Move(Supplier<Instant> target) {
      this.target = target;
    }
  }

  private final Agenda agenda;
  private final Queue<Move> queue = new ArrayDeque<>();
  private @Nullable Move current;
  private @Nullable Move settling;

  Moves(Agenda agenda) {
    this.agenda = agenda;
  }

  /** Moves to an instant that is asked for when it is this move's turn. */
  CompletableFuture<Void> moveTo(Supplier<Instant> target) {
    var move = new Move(target);
    if (isNext(move)) {
      proceed(move);
    }
    return move.done;
  }

  /**
   * Lets happen what is due; where that is queued already, once is enough.
   *
   * @param now asked when it is this move's turn
   */
  void settleSoon(Supplier<Instant> now) {
    Move move;
    synchronized (queue) {
      if (settling != null) {
        return;
      }
      move = new Move(now);
      settling = move;
    }
    if (isNext(move)) {
      proceed(move);
    }
  }

  /** Queues a move; says whether it is its turn at once. */
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
    if (move == settling) {
      settling = null;
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

  /** Begins the next thing on the way; null where the move is over, for good or for ill. */
  private @Nullable CompletableFuture<?> step(Move move) {
    try {
      return beginNext(move);
    } catch (RuntimeException e) { // a broken move must not hold up those behind it
      move.done.completeExceptionally(e);
      return null;
    }
  }

  private @Nullable CompletableFuture<?> beginNext(Move move) {
    Instant to = move.to != null ? move.to : move.target.get();
    move.to = to;
    CompletableFuture<?> happening = agenda.beginNext(to);
    if (happening != null) {
      return happening;
    }
    CompletableFuture<?> others = move.waitedForOthers ? NOTHING : agenda.allUnderWay();
    move.waitedForOthers = true;
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
