package dev.seedance.client;

import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Deadline;
import dev.seedance.client.internal.Steps;
import dev.seedance.client.invoker.Operation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Polls a resource until it is final or the deadline has come. A transient failure does not end the
 * wait: an outage of the server must not cost a paid video.
 *
 * @param <T> the resource
 */
abstract class Poll<T> extends Steps<T> {

  /** The shortest wait that a server can ask for, unless the caller's interval is shorter. */
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final Transport transport;
  private final Operation<T> operation;
  private final AwaitOptions options;
  private final Sleeper sleeper;
  private final Deadline deadline;
  private final @Nullable T known;
  private boolean last;

  /**
   * Prepares the wait.
   *
   * @param known the resource as a submit has just returned it; the first poll then comes after a
   *     while. Null if nothing is known: the first poll comes at once
   */
  Poll(
      Transport transport,
      Operation<T> operation,
      AwaitOptions options,
      @Nullable T known,
      InstantSource clock,
      Sleeper sleeper) {
    this.transport = transport;
    this.operation = operation;
    this.options = options;
    this.known = known;
    this.sleeper = sleeper;
    this.deadline = Deadline.on(clock, options.timeout());
  }

  /** Completes this future if the value is final; otherwise does nothing. */
  abstract void judge(T value);

  /** Reports that a poll has failed and that another one follows. */
  abstract void trouble(SeedanceException failure, Duration wait);

  /** Returns the failure of a wait whose deadline has come, or is sooner than the server allows. */
  abstract SeedanceException timeout(String after, @Nullable SeedanceException lastFailure);

  final Duration elapsed() {
    return deadline.elapsed();
  }

  @Override
  protected final void begin() {
    if (known == null) {
      poll();
      return;
    }
    judge(known);
    if (!isDone()) {
      Duration wait = shorter(options.firstWait(), options.timeout());
      sleep(wait, realPartOf(wait));
    }
  }

  private void poll() {
    last = deadline.isOver();
    then(transport.send(operation), this::handle);
  }

  private void handle(@Nullable Response<T> response, @Nullable Throwable failure) {
    if (response != null) {
      judge(response.value());
      if (!isDone()) {
        next(response.retryAfter(), null);
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
    String beyond =
        asked == null || asked.compareTo(remaining) <= 0
            ? ""
            : ", and the server asks to wait %d s more".formatted(asked.toSeconds());
    if (last || !beyond.isEmpty()) {
      String after = "after %d s".formatted(deadline.elapsed().toSeconds());
      completeExceptionally(timeout(after + beyond, lastFailure));
      return;
    }
    Duration wait = asked == null ? jittered(options.interval(), -1) : jittered(asked, 0);
    wait = longer(wait, shorter(SHORTEST_WAIT, options.interval()));
    wait = shorter(wait, remaining);
    Duration realPart = realPartOf(wait);
    if (lastFailure != null) {
      trouble(lastFailure, realPart);
    }
    sleep(wait, realPart);
  }

  private Duration realPartOf(Duration wait) {
    return options.hasOwnPace() ? wait : transport.pace().shortened(wait);
  }

  private void sleep(Duration wait, Duration realPart) {
    thenAfter(
        sleeper.sleep(realPart),
        () -> {
          deadline.slept(wait);
          poll();
        });
  }

  /** Lengthens the wait by up to the jitter's share; from -1 on it may shorten it as well. */
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
