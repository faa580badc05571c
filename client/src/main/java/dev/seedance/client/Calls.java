package dev.seedance.client;

import dev.seedance.client.internal.Futures;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.AvatarAssetResponse;
import dev.seedance.client.model.GenerationTask;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Starts calls and waits, and holds the settings that they share. Thread-safe. */
final class Calls {

  private final Transport transport;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final Sleeper sleeper;

  Calls(Transport transport, RetryPolicy retries, InstantSource clock, Sleeper sleeper) {
    this.transport = transport;
    this.retries = retries;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Makes a call and repeats it after transient failures. */
  <T> CompletableFuture<T> repeatable(Operation<T> operation) {
    return call(operation, retries);
  }

  /** Makes a call with one try. */
  <T> CompletableFuture<T> once(Operation<T> operation) {
    return call(operation, RetryPolicy.never());
  }

  /** Waits until the task is final; the first poll comes at once. */
  CompletableFuture<GenerationTask> await(String id, AwaitOptions options) {
    return Futures.handedOver(new TaskPoll(transport, id, options, null, clock, sleeper).start());
  }

  /** Waits until a task that was just submitted is final. */
  CompletableFuture<GenerationTask> await(GenerationTask task, AwaitOptions options) {
    return Futures.handedOver(
        new TaskPoll(transport, task.getId(), options, task, clock, sleeper).start());
  }

  /** Waits until the asset can be used; the first poll comes at once. */
  CompletableFuture<AvatarAssetResponse> awaitAsset(String id, AwaitOptions options) {
    return Futures.handedOver(new AssetPoll(transport, id, options, clock, sleeper).start());
  }

  private <T> CompletableFuture<T> call(Operation<T> operation, RetryPolicy policy) {
    return Futures.handedOver(new RetriedCall<>(transport, operation, policy, sleeper).start());
  }
}
