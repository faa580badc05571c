package dev.seedance.mock.webhook;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Finds the addresses of targets: those of literals and of localhost at once, those of names on
 * threads of their own, because the look-up of a name holds its thread until it ends.
 */
final class LookUps implements AutoCloseable {

  /** The longest that an attempt waits for the addresses of a name, in real time. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  /** The most look-ups of a sandbox at a time. */
  static final int MOST_IN_LANE = 2;

  private static final int MOST_IN_ALL = 16;

  private final TargetPolicy policy;
  private final Timer timer;
  private final Lanes lanes = new Lanes(MOST_IN_LANE, MOST_IN_ALL, Integer.MAX_VALUE);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new DefaultThreadFactory("mock-webhook-look-up", true));

  LookUps(TargetPolicy policy, Timer timer) {
    this.policy = policy;
    this.timer = timer;
  }

  /**
   * Returns the addresses that a target may be called at. Fails with an exception whose message
   * says why there are none.
   */
  CompletableFuture<List<InetAddress>> addresses(String lane, Target target) {
    var found = new CompletableFuture<List<InetAddress>>();
    if (TargetPolicy.isKnown(target.host())) {
      find(target, found);
      return found;
    }
    var slow =
        new IllegalStateException(
            "the name '%s' was not resolved within %d s; the receiver was not called"
                .formatted(target.host(), LIMIT.toSeconds()));
    var limit = timer.after(LIMIT, () -> found.completeExceptionally(slow));
    var unused = found.whenComplete((addresses, failure) -> limit.cancel(false));
    lanes.run(lane, () -> lookUp(target, found));
    return found;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Completes when the look-up has ended, late as that may be, because it holds a thread. */
  private CompletableFuture<?> lookUp(Target target, CompletableFuture<List<InetAddress>> found) {
    if (found.isDone()) {
      return found;
    }
    try {
      return CompletableFuture.runAsync(() -> find(target, found), threads);
    } catch (RejectedExecutionException e) {
      found.completeExceptionally(e);
      return found;
    }
  }

  private void find(Target target, CompletableFuture<List<InetAddress>> found) {
    try {
      found.complete(policy.addresses(target));
    } catch (UnknownHostException e) {
      found.completeExceptionally(
          new IllegalArgumentException("no address is known for '" + target.host() + "'", e));
    } catch (RuntimeException e) {
      found.completeExceptionally(e);
    }
  }
}
