package dev.seedance.client.internal;

import dev.seedance.client.error.SeedanceIoException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The calls, waits and downloads of a client that have not ended yet. Thread-safe. */
public final class UnderWay implements AutoCloseable {

  private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
  private final Connections connections;
  private volatile boolean closed;

  /** Starts with none. */
  public UnderWay(Connections connections) {
    this.connections = connections;
  }

  /** Starts something that ends at the latest when this is closed. */
  public <T> CompletableFuture<T> start(Steps<T> steps) {
    return start(steps, () -> {});
  }

  /**
   * Starts something that ends at the latest when this is closed.
   *
   * @param atItsEnd runs before the returned future completes
   * @return a future of the same outcome, whose actions run on no thread of the HTTP client
   */
  // The callback throws nothing, and a future equals nothing but itself.
  @SuppressWarnings({"FutureReturnValueIgnored", "CollectionUndefinedEquality"})
  public <T> CompletableFuture<T> start(Steps<T> steps, Runnable atItsEnd) {
    CompletableFuture<T> result = Futures.handedOver(Futures.ensuring(steps, atItsEnd));
    open.add(steps);
    steps.whenComplete((value, failure) -> open.remove(steps));
    if (closed) {
      steps.completeExceptionally(closed());
    }
    steps.start();
    return result;
  }

  static IllegalStateException closed() {
    return new IllegalStateException("this SeedanceClient is closed; build another one");
  }

  /** Ends everything that is under way, and the connections. A second call does nothing. */
  @Override
  public void close() {
    closed = true;
    open.forEach(
        steps ->
            steps.completeExceptionally(
                new SeedanceIoException(
                    "the client was closed; what was submitted goes on at the server", null)));
    connections.close();
  }
}
