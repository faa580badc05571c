package dev.seedance.mock.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;

/** Runs delayed work when a test says that its time has come. */
final class TestTimer implements Timer {

  private record Delayed(Duration delay, Runnable work, CompletableFuture<Void> end) {}

  private final List<Delayed> all = new CopyOnWriteArrayList<>();

  @Override
  public Future<?> after(Duration delay, Runnable work) {
    var delayed = new Delayed(delay, work, new CompletableFuture<>());
    all.add(delayed);
    return delayed.end();
  }

  /** Returns the delays of the work that is neither done nor cancelled. */
  List<Duration> pending() {
    return all.stream().filter(delayed -> !delayed.end().isDone()).map(Delayed::delay).toList();
  }

  /** Runs all work that is pending. */
  void pass() {
    for (Delayed delayed : all) {
      if (delayed.end().complete(null)) {
        delayed.work().run();
      }
    }
  }
}
