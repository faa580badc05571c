package dev.seedance.mock.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Those who wait until the changes of a sandbox are stored, each for a limited time. */
final class Waiters {

  private record Waiter(long version, Duration until, CompletableFuture<Void> done) {}

  private final StoreWriter writer;
  private final Queue<Waiter> queue = new ArrayDeque<>();
  private boolean timed;

  Waiters(StoreWriter writer) {
    this.writer = writer;
  }

  /** Adds one who waits for a version; they come in the order of their versions. */
  CompletableFuture<Void> add(long version) {
    var waiter =
        new Waiter(version, writer.flowed().plus(writer.patience()), new CompletableFuture<>());
    synchronized (queue) {
      queue.add(waiter);
      if (!timed) {
        timed = true;
        writer.after(writer.patience(), this::failImpatient);
      }
    }
    return waiter.done();
  }

  /** Releases those who wait for a version that is stored. */
  void release(long stored) {
    List<Waiter> released = new ArrayList<>();
    synchronized (queue) {
      for (Waiter first = queue.peek();
          first != null && first.version() <= stored;
          first = queue.peek()) {
        released.add(queue.remove());
      }
    }
    released.forEach(waiter -> waiter.done().complete(null));
  }

  void fail(StoreException failure) {
    List<Waiter> all;
    synchronized (queue) {
      all = List.copyOf(queue);
      queue.clear();
    }
    all.forEach(waiter -> waiter.done().completeExceptionally(failure));
  }

  private void failImpatient() {
    List<Waiter> impatient = new ArrayList<>();
    Duration now = writer.flowed();
    synchronized (queue) {
      Waiter first = queue.peek();
      while (first != null && first.until().compareTo(now) <= 0) {
        impatient.add(queue.remove());
        first = queue.peek();
      }
      timed = first != null;
      if (first != null) {
        writer.after(first.until().minus(now), this::failImpatient);
      }
    }
    impatient.forEach(waiter -> waiter.done().completeExceptionally(writer.tooSlow()));
  }
}
