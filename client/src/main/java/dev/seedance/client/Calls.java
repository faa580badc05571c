package dev.seedance.client;

import dev.seedance.client.internal.UnderWay;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.AvatarAssetResponse;
import dev.seedance.client.model.GenerationTask;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Starts calls and waits, and holds the settings that they share. Thread-safe. */
final class Calls {

  private final UnderWay underWay;
  private final Transport transport;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final Sleeper sleeper;

  Calls(
      UnderWay underWay,
      Transport transport,
      RetryPolicy retries,
      InstantSource clock,
      Sleeper sleeper) {
    this.underWay = underWay;
    this.transport = transport;
    this.retries = retries;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Makes a call and repeats it after transient failures. */
  <T> CompletableFuture<T> repeatable(Operation<T> operation) {
    return call(operation, retries, Attempts.UNWATCHED);
  }

  /** Makes a call with one try. */
  <T> CompletableFuture<T> once(Operation<T> operation) {
    return call(operation, RetryPolicy.never(), Attempts.UNWATCHED);
  }

  /** Makes a call that is repeated only if it may be, and whose attempts are watched. */
  <T> CompletableFuture<T> watched(Operation<T> operation, boolean repeatable, Attempts watch) {
    return call(operation, repeatable ? retries : RetryPolicy.never(), watch);
  }

  /** Waits until the task is final; the first poll comes at once. */
  CompletableFuture<GenerationTask> await(String id, AwaitOptions options) {
    return underWay.start(new TaskPoll(transport, id, options, null, clock, sleeper));
  }

  /** Waits until a task that was just submitted is final. */
  CompletableFuture<GenerationTask> await(GenerationTask task, AwaitOptions options) {
    return underWay.start(new TaskPoll(transport, task.getId(), options, task, clock, sleeper));
  }

  /** Waits until the asset can be used; the first poll comes at once. */
  CompletableFuture<AvatarAssetResponse> awaitAsset(String id, AwaitOptions options) {
    return underWay.start(new AssetPoll(transport, id, options, clock, sleeper));
  }

  private <T> CompletableFuture<T> call(
      Operation<T> operation, RetryPolicy policy, Attempts watch) {
    return underWay.start(new RetriedCall<>(transport, operation, policy, sleeper, watch));
  }
}
