package dev.seedance.client.internal;

import dev.seedance.client.RetryPolicy;
import dev.seedance.client.Sleeper;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.invoker.Operation;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that is tried again while its failures are transient and the policy allows it. */
final class RetriedCall<T> extends Steps<T> {

  private final Transport transport;
  private final Operation<T> operation;
  private final RetryPolicy policy;
  private final Sleeper sleeper;
  private final Deadline budget;
  private int attempts;

  RetriedCall(
      Transport transport,
      Operation<T> operation,
      RetryPolicy policy,
      Clock clock,
      Sleeper sleeper) {
    this.transport = transport;
    this.operation = operation;
    this.policy = policy;
    this.sleeper = sleeper;
    this.budget = new Deadline(clock, policy.budget());
  }

  @Override
  void begin() {
    attempts++;
    then(transport.send(operation), this::handle);
  }

  private void handle(@Nullable Answer<T> answer, @Nullable Throwable failure) {
    if (answer != null) {
      complete(answer.value());
    } else if (failure instanceof SeedanceException trouble && trouble.isTransient()) {
      retry(trouble);
    } else {
      completeExceptionally(failure);
    }
  }

  private void retry(SeedanceException trouble) {
    Duration wait = pause(trouble);
    if (attempts >= policy.maxAttempts() || wait.compareTo(budget.remaining()) >= 0) {
      completeExceptionally(trouble);
      return;
    }
    thenAfter(
        sleeper.sleep(wait),
        () -> {
          budget.slept(wait);
          begin();
        });
  }

  /** What the server asks for, and a little more, so that not all come back at once. */
  private Duration pause(SeedanceException trouble) {
    Duration asked =
        trouble instanceof SeedanceApiException answer
            ? answer.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    return asked.plus(Backoff.pause(policy, attempts));
  }
}
