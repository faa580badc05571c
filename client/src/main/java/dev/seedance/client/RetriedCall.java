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
  private final Attempts watch;
  private final Deadline budget;
  private int attempts;

  /** The first failure that names a task; a refusal of a later try does not undo that order. */
  private @Nullable SeedanceException accepted;

  RetriedCall(
      Transport transport,
      Operation<T> operation,
      RetryPolicy policy,
      Sleeper sleeper,
      Attempts watch) {
    this.transport = transport;
    this.operation = operation;
    this.policy = policy;
    this.sleeper = sleeper;
    this.watch = watch;
    this.budget = Deadline.inRealTime(policy.budget());
  }

  @Override
  protected void begin() {
    attempts++;
    watch.begins();
    then(transport.send(operation), this::handle);
  }

  private void handle(@Nullable Response<T> response, @Nullable Throwable failure) {
    if (response != null) {
      complete(response.value());
    } else if (failure instanceof SeedanceException error) {
      watch.failed(error);
      if (accepted == null && error.taskId().isPresent()) {
        accepted = error;
      }
      if (error.isTransient()) {
        retry(error);
      } else {
        fail(error);
      }
    } else {
      completeExceptionally(failure);
    }
  }

  private void retry(SeedanceException failure) {
    Duration wait = pause(failure);
    if (attempts >= policy.maxAttempts() || wait.compareTo(budget.remaining()) >= 0) {
      fail(failure);
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

  private void fail(SeedanceException failure) {
    completeExceptionally(accepted == null ? failure : accepted);
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
