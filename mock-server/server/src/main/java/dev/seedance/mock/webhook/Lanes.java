package dev.seedance.mock.webhook;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets only so many things be under way at once; the rest queue up. Thread-safe. */
final class Lanes {

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int free;

  /** So many lanes, all free. */
  Lanes(int width) {
    this.free = width;
  }

  /**
   * Begins something as soon as a lane is free.
   *
   * @param work never throws and never ends exceptionally
   */
  <T> CompletableFuture<T> enter(Supplier<CompletableFuture<T>> work) {
    var result = new CompletableFuture<T>();
    Runnable begin = () -> begin(work, result);
    synchronized (this) {
      if (free == 0) {
        waiting.add(begin);
        return result;
      }
      free--;
    }
    begin.run();
    return result;
  }

  private <T> void begin(Supplier<CompletableFuture<T>> work, CompletableFuture<T> result) {
    var unused =
        work.get()
            .thenAccept(
                value -> {
                  leave();
                  result.complete(value);
                });
  }

  private void leave() {
    Runnable next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        free++;
      }
    }
    if (next != null) {
      next.run();
    }
  }
}
