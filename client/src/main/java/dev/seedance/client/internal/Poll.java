package dev.seedance.client.internal;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.Sleeper;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.invoker.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something again and again until it is final or the deadline has come. A look that fails
 * for a passing reason is no news, nothing more: an outage of the server must not cost a paid
 * video.
 *
 * @param <T> what is looked at
 */
abstract class Poll<T> extends Steps<T> {

  /** No server's wish makes us ask more often than this, unless the caller's interval does. */
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final Transport transport;
  private final Operation<T> look;
  private final AwaitOptions options;
  private final Sleeper sleeper;
  private final Deadline deadline;
  private final @Nullable T known;

  /**
   * Prepares the wait.
   *
   * @param known what a submit has just answered; the first look then comes after a while. Null
   *     where nothing is known: the first look comes at once
   */
  Poll(
      Transport transport,
      Operation<T> look,
      AwaitOptions options,
      @Nullable T known,
      Clock clock,
      Sleeper sleeper) {
    this.transport = transport;
    this.look = look;
    this.options = options;
    this.known = known;
    this.sleeper = sleeper;
    this.deadline = new Deadline(clock, options.timeout());
  }

  /** Completes this future if the value is final; otherwise does nothing. */
  abstract void judge(T value);

  /** A look has failed, and another one follows. */
  abstract void trouble(SeedanceException failure, Duration wait);

  /** What to throw when the deadline has come. */
  abstract SeedanceException timeout(Duration waited, @Nullable SeedanceException lastFailure);

  final Duration elapsed() {
    return deadline.elapsed();
  }

  @Override
  final void begin() {
    if (known == null) {
      look();
      return;
    }
    judge(known);
    if (!isDone()) {
      sleep(shorter(options.firstWait(), options.timeout()));
    }
  }

  private void look() {
    then(transport.send(look), this::handle);
  }

  private void handle(@Nullable Answer<T> answer, @Nullable Throwable failure) {
    if (answer != null) {
      judge(answer.value());
      if (!isDone()) {
        next(answer.retryAfter(), null);
      }
    } else if (failure instanceof SeedanceException trouble && trouble.isTransient()) {
      Duration asked =
          trouble instanceof SeedanceApiException error ? error.retryAfter().orElse(null) : null;
      next(asked, trouble);
    } else {
      completeExceptionally(failure);
    }
  }

  private void next(@Nullable Duration asked, @Nullable SeedanceException lastFailure) {
    Duration remaining = deadline.remaining();
    boolean askedBeyond = asked != null && asked.compareTo(remaining) > 0;
    if (deadline.isOver() || askedBeyond) {
      completeExceptionally(timeout(deadline.elapsed(), lastFailure));
      return;
    }
    Duration wait = asked == null ? jittered(options.interval(), -1) : jittered(asked, 0);
    wait = longer(wait, shorter(SHORTEST_WAIT, options.interval()));
    wait = shorter(wait, remaining);
    if (lastFailure != null) {
      trouble(lastFailure, wait);
    }
    sleep(wait);
  }

  private void sleep(Duration wait) {
    thenAfter(
        sleeper.sleep(wait),
        () -> {
          deadline.slept(wait);
          look();
        });
  }

  /** The wait, changed by up to the jitter's share: upwards, and from -1 on downwards too. */
  private Duration jittered(Duration wait, int from) {
    double share = options.jitter() * ThreadLocalRandom.current().nextDouble(from, 1);
    return wait.plusNanos((long) (wait.toNanos() * share));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
