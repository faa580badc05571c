package dev.seedance.client.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A future that works step by step. Between two steps no thread is held. Once it is done, the step
 * under way is cancelled and no further one begins.
 *
 * @param <T> the result
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // what a callback throws is given to this future instead
public abstract class Steps<T> extends CompletableFuture<T> {

  private volatile @Nullable CompletableFuture<?> underWay;

  /** Begins to work. Called once, after construction. */
  public final CompletableFuture<T> start() {
    whenComplete((value, failure) -> cancelStep());
    guarded(this::begin);
    return this;
  }

  /** Begins the first step. */
  protected abstract void begin();

  /** Continues with the outcome of a step: either of its two arguments is null. */
  protected final <X> void then(
      CompletableFuture<X> step, BiConsumer<@Nullable X, @Nullable Throwable> next) {
    underWay = step;
    step.whenComplete((value, failure) -> guarded(() -> next.accept(value, unwrap(failure))));
    if (isDone()) {
      cancelStep();
    }
  }

  /** Continues when a wait is over. */
  protected final void thenAfter(CompletableFuture<?> wait, Runnable next) {
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
  protected final void finish(@Nullable T value, @Nullable Throwable failure) {
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
