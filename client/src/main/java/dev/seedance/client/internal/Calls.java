package dev.seedance.client.internal;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.RetryPolicy;
import dev.seedance.client.Sleeper;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.AvatarAssetResponse;
import dev.seedance.client.model.GenerationTask;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Begins calls and waits; what all of them share is kept here. Thread-safe. */
public final class Calls {

  private final Transport transport;
  private final RetryPolicy retries;
  private final Clock clock;
  private final Sleeper sleeper;

  /** Ties together what calls and waits need. */
  public Calls(Transport transport, RetryPolicy retries, Clock clock, Sleeper sleeper) {
    this.transport = transport;
    this.retries = retries;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** One call that is repeated after transient failures. */
  public <T> CompletableFuture<T> repeatable(Operation<T> operation) {
    return call(operation, retries);
  }

  /** One call with one try. */
  public <T> CompletableFuture<T> once(Operation<T> operation) {
    return call(operation, RetryPolicy.never());
  }

  /** Waits until the task is final; the first look comes at once. */
  public CompletableFuture<GenerationTask> await(String id, AwaitOptions options) {
    return Futures.handedOver(new TaskPoll(transport, id, options, null, clock, sleeper).start());
  }

  /** Waits until a task that was just submitted is final. */
  public CompletableFuture<GenerationTask> await(GenerationTask task, AwaitOptions options) {
    return Futures.handedOver(
        new TaskPoll(transport, task.getId(), options, task, clock, sleeper).start());
  }

  /** Waits until the asset can be used; the first look comes at once. */
  public CompletableFuture<AvatarAssetResponse> awaitAsset(String id, AwaitOptions options) {
    return Futures.handedOver(new AssetPoll(transport, id, options, clock, sleeper).start());
  }

  private <T> CompletableFuture<T> call(Operation<T> operation, RetryPolicy policy) {
    return Futures.handedOver(
        new RetriedCall<>(transport, operation, policy, clock, sleeper).start());
  }
}
