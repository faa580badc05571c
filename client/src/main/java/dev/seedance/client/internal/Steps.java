package dev.seedance.client.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A future that works step by step. Between two steps no thread is held; once it is done, by
 * whomever, the step under way is cancelled and no further one begins.
 *
 * @param <T> the result
 */
@SuppressWarnings("FutureReturnValueIgnored") // what a callback throws goes to this future instead
abstract class Steps<T> extends CompletableFuture<T> {

  private volatile @Nullable CompletableFuture<?> underWay;

  /** Begins to work: to be called once, after construction. */
  final CompletableFuture<T> start() {
    whenComplete((value, failure) -> cancelStep());
    guarded(this::begin);
    return this;
  }

  abstract void begin();

  /** Goes on with the outcome of a step: either of its two arguments is null. */
  final <X> void then(
      CompletableFuture<X> step, BiConsumer<@Nullable X, @Nullable Throwable> next) {
    underWay = step;
    step.whenComplete((value, failure) -> guarded(() -> next.accept(value, unwrap(failure))));
    if (isDone()) {
      cancelStep();
    }
  }

  /** Goes on when a wait is over. */
  final void thenAfter(CompletableFuture<?> wait, Runnable next) {
    then(
        wait,
        (done, failure) -> {
          if (failure == null) {
            next.run();
          } else {
            completeExceptionally(failure);
          }
        });
  }

  /** Ends with the outcome of a step. */
  final void finish(@Nullable T value, @Nullable Throwable failure) {
    if (failure == null) {
      complete(value);
    } else {
      completeExceptionally(failure);
    }
  }

  static @Nullable Throwable unwrap(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  private void guarded(Runnable step) {
    if (isDone()) {
      return;
    }
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      completeExceptionally(e);
    }
  }

  private void cancelStep() {
    CompletableFuture<?> step = underWay;
    if (step != null) {
      step.cancel(true);
    }
  }
}
