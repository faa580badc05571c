package dev.seedance.client;

import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Deadline;
import dev.seedance.client.internal.Steps;
import dev.seedance.client.invoker.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that is retried while its failures are transient and the policy allows it. */
final class RetriedCall<T> extends Steps<T> {

  private final Transport transport;
  private final Operation<T> operation;
  private final RetryPolicy policy;
  private final Sleeper sleeper;
  private final Deadline budget;
  private int attempts;

  RetriedCall(Transport transport, Operation<T> operation, RetryPolicy policy, Sleeper sleeper) {
    this.transport = transport;
    this.operation = operation;
    this.policy = policy;
    this.sleeper = sleeper;
    this.budget = Deadline.inRealTime(policy.budget());
  }

  @Override
  protected void begin() {
    attempts++;
    then(transport.send(operation), this::handle);
  }

  private void handle(@Nullable Response<T> response, @Nullable Throwable failure) {
    if (response != null) {
      complete(response.value());
    } else if (failure instanceof SeedanceException error && error.isTransient()) {
      retry(error);
    } else {
      completeExceptionally(failure);
    }
  }

  private void retry(SeedanceException failure) {
    Duration wait = pause(failure);
    if (attempts >= policy.maxAttempts() || wait.compareTo(budget.remaining()) >= 0) {
      completeExceptionally(failure);
      return;
    }
    Duration realPart = policy.hasOwnPace() ? wait : transport.pace().shortened(wait);
    thenAfter(
        sleeper.sleep(realPart),
        () -> {
          budget.slept(wait);
          begin();
        });
  }

  /** Returns the wait that the server asks for and a random pause, to spread the clients. */
  private Duration pause(SeedanceException failure) {
    Duration asked =
        failure instanceof SeedanceApiException error
            ? error.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    return asked.plus(policy.pause(attempts));
  }
}
