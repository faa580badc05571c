package dev.seedance.contract.stores;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several stories at once, while something happens to their servers. */
final class Trial implements AutoCloseable {

  private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);

  private final long seed;
  private final Supplier<String> address;
  private final Callbacks callbacks = Callbacks.open();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> running = new ArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicLong steps = new AtomicLong();
  private final int stories;
  private volatile Round round = new Round(0, new CountDownLatch(0));
  private volatile boolean ending;
  private volatile @Nullable Throwable failure;

  /** Something that has happened; each story checks its sandbox after it. */
  private record Round(int number, CountDownLatch unchecked) {}

  /**
   * Begins.
   *
   * @param address the server to send the next request to
   */
  Trial(long seed, int stories, Supplier<String> address) throws java.io.IOException {
    this.seed = seed;
    this.stories = stories;
    this.address = address;
    for (int i = 0; i < stories; i++) {
      var random = new Random(seed + i);
      running.add(threads.submit(() -> tell(random)));
    }
  }

  private void tell(Random random) {
    Story story = null;
    try {
      story = begin(random);
      int checked = 0;
      while (!ending && failure == null) {
        Round now = round;
        if (now.number() > checked) {
          story.check();
          checked = now.number();
          now.unchecked().countDown();
        }
        story.step();
        steps.incrementAndGet();
        if (story.isLong()) {
          story.finish();
          story = begin(random);
        }
      }
      if (failure == null) {
        story.finish();
      }
    } catch (RuntimeException | AssertionError e) {
      failure = new AssertionError(e.getMessage() + System.lineSeparator() + story, e);
    }
  }

  private Story begin(Random random) {
    String key = "story-" + Long.toString(seed, 36) + "-" + begun.incrementAndGet();
    return Story.begin(random, key, address, ids, callbacks);
  }

  /** Waits until the stories have gone some steps further. */
  void awaitSteps(int more) {
    long goal = steps.get() + more;
    await(() -> steps.get() >= goal);
  }

  /** Waits until each story has checked its sandbox once more. */
  void awaitChecks() {
    var next = new Round(round.number() + 1, new CountDownLatch(stories));
    round = next;
    await(() -> next.unchecked().getCount() == 0);
  }

  private void await(BooleanSupplier done) {
    long end = System.nanoTime() + LONGEST_ROUND.toNanos();
    while (!done.getAsBoolean()) {
      requireNoFailure();
      if (System.nanoTime() > end) {
        throw new AssertionError("the stories have come to a stand for " + LONGEST_ROUND);
      }
      Patience.pause(Duration.ofMillis(5));
    }
    requireNoFailure();
  }

  private void requireNoFailure() {
    if (failure != null) {
      throw new AssertionError(
          "a story with seed " + seed + " failed: " + failure.getMessage(), failure);
    }
  }

  /** Ends all stories, each with a last check. */
  void finish() throws Exception {
    ending = true;
    for (Future<?> story : running) {
      story.get(LONGEST_ROUND.toSeconds(), TimeUnit.SECONDS);
    }
    requireNoFailure();
  }

  @Override
  public String toString() {
    return "%d stories, %d steps, %d tasks, seed %d"
        .formatted(begun.get(), steps.get(), ids.size(), seed);
  }

  @Override
  public void close() {
    ending = true;
    threads.shutdownNow();
    callbacks.close();
  }
}
