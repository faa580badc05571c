package dev.seedance.mock.time;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the advances of a sandbox's clock one after the other, each event by event.
 *
 * <p>The thread that adds an advance, or that completes an event, runs the next steps. At most one
 * thread does so at a time, and none waits.
 */
final class AdvanceQueue {

  private static final class Advance {
    private final Supplier<Instant> target;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable Instant to;
    private boolean waitedForRunning;

    Advance(Supplier<Instant> target) {
      this.target = target;
    }
  }

  private final Function<Instant, @Nullable CompletableFuture<?>> runNext;
  private final Supplier<CompletableFuture<?>> allRunning;
  private final Runnable onComplete;
  private final Queue<Advance> queue = new ArrayDeque<>();
  private @Nullable Advance current;
  private @Nullable Advance pendingRun;
  private boolean closed;

  /**
   * Creates an empty queue.
   *
   * @param runNext starts the next event that is due by an instant; null if there is none
   * @param allRunning completes when every running event has completed
   * @param onComplete runs when an advance is complete, before its caller is told
   */
  AdvanceQueue(
      Function<Instant, @Nullable CompletableFuture<?>> runNext,
      Supplier<CompletableFuture<?>> allRunning,
      Runnable onComplete) {
    this.runNext = runNext;
    this.allRunning = allRunning;
    this.onComplete = onComplete;
  }

  /**
   * Advances to an instant.
   *
   * @param target returns the instant, called at the turn of this advance
   * @return completes when the advance is complete
   */
  CompletableFuture<Void> advanceTo(Supplier<Instant> target) {
    var advance = new Advance(target);
    if (isClosed()) {
      return CompletableFuture.completedFuture(null);
    }
    if (isNext(advance)) {
      proceed(advance);
    }
    return advance.done;
  }

  /**
   * Runs the due events, unless such a run is queued already.
   *
   * @param now returns the instant, called at the turn of this run
   */
  void runDueSoon(Supplier<Instant> now) {
    Advance advance;
    synchronized (queue) {
      if (pendingRun != null) {
        return;
      }
      advance = new Advance(now);
      pendingRun = advance;
    }
    if (isNext(advance)) {
      proceed(advance);
    }
  }

  /** Completes every advance at once, whatever it waits for, and from now on each new one. */
  void close() {
    List<Advance> waiting;
    synchronized (queue) {
      closed = true;
      waiting = new ArrayList<>(queue);
      queue.clear();
      if (current != null) {
        waiting.add(current);
      }
    }
    waiting.forEach(advance -> advance.done.complete(null));
  }

  /** Returns true while an advance is under way. */
  boolean isBusy() {
    synchronized (queue) {
      return current != null;
    }
  }

  private boolean isClosed() {
    synchronized (queue) {
      return closed;
    }
  }

  /** Adds an advance; tells if its turn is now. */
  private boolean isNext(Advance advance) {
    synchronized (queue) {
      if (current != null) {
        queue.add(advance);
        return false;
      }
      begin(advance);
      return true;
    }
  }

  private void begin(@Nullable Advance advance) {
    current = advance;
    if (advance == pendingRun) {
      pendingRun = null;
    }
  }

  private void proceed(Advance first) {
    for (Advance advance = first; advance != null; ) {
      CompletableFuture<?> step = step(advance);
      if (step == null) {
        onComplete.run();
        Advance next = next();
        advance.done.complete(null);
        advance = next;
      } else if (!step.isDone()) {
        Advance waiting = advance;
        var unused = step.whenComplete((result, failure) -> proceed(waiting));
        return;
      }
    }
  }

  /** Starts the next step; null if the advance is over, successfully or not. */
  private @Nullable CompletableFuture<?> step(Advance advance) {
    try {
      Instant to = advance.to != null ? advance.to : advance.target.get();
      advance.to = to;
      CompletableFuture<?> event = runNext.apply(to);
      if (event != null || advance.waitedForRunning) {
        return event;
      }
      advance.waitedForRunning = true;
      CompletableFuture<?> others = allRunning.get();
      return others.isDone() ? null : others;
    } catch (RuntimeException e) { // a broken advance must not delay the next ones
      advance.done.completeExceptionally(e);
      return null;
    }
  }

  private @Nullable Advance next() {
    synchronized (queue) {
      Advance advance = queue.poll();
      begin(advance);
      return advance;
    }
  }
}
