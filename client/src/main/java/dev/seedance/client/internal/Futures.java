package dev.seedance.client.internal;

import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ties futures together and waits for them. */
public final class Futures {

  private Futures() {}

  /** Begins something. A failure at the start fails the future, too. */
  public static <T> CompletableFuture<T> starting(Supplier<CompletableFuture<T>> start) {
    try {
      return start.get();
    } catch (SeedanceException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Returns a future of the same outcome. When it is done, the source is cancelled. */
  public static <T> CompletableFuture<T> linked(CompletableFuture<T> source) {
    return ensuring(source, () -> {});
  }

  /** As {@link #linked}, with an action to run before the future completes. */
  public static <T> CompletableFuture<T> ensuring(CompletableFuture<T> source, Runnable action) {
    return ensuring(source, (value, failure) -> action.run());
  }

  /** As {@link #linked}, with an action to take the outcome before the future completes. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback throws nothing
  public static <T> CompletableFuture<T> ensuring(
      CompletableFuture<T> source, BiConsumer<@Nullable T, @Nullable Throwable> action) {
    var result = new Linked<T>(source);
    source.whenComplete(
        (value, failure) -> {
          action.accept(value, failure);
          settle(result, value, failure);
        });
    return result;
  }

  /**
   * Returns a future of the same outcome. Actions chained to it never run on a thread of the HTTP
   * client.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback throws nothing
  public static <T> CompletableFuture<T> handedOver(CompletableFuture<T> source) {
    var result = new Linked<T>(source);
    source.whenCompleteAsync((value, failure) -> settle(result, value, failure));
    return result;
  }

  /**
   * A future that cancels its source when it is done. If it is cancelled itself, the source comes
   * first: a caller that waits for it may end the program next, and the source must have cleaned up
   * by then.
   */
  private static final class Linked<T> extends CompletableFuture<T> {
    private final CompletableFuture<T> source;

    @SuppressWarnings("FutureReturnValueIgnored") // the callback throws nothing
    Linked(CompletableFuture<T> source) {
      this.source = source;
      whenComplete((value, failure) -> source.cancel(true));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      source.cancel(mayInterruptIfRunning);
      return super.cancel(mayInterruptIfRunning);
    }
  }

  private static <T> void settle(
      CompletableFuture<T> result, T value, @Nullable Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(Steps.unwrap(failure));
    }
  }

  /** Returns a future of the same outcome, whose failure names the task. */
  public static <T> CompletableFuture<T> about(String taskId, CompletableFuture<T> source) {
    return new Steps<T>() {
      @Override
      protected void begin() {
        then(
            source,
            (value, failure) -> {
              if (failure instanceof SeedanceException e) {
                e.about(taskId);
              }
              finish(value, failure);
            });
      }
    }.start();
  }

  /** Returns a future of the function's result. Cancelling it cancels the source. */
  public static <A, B> CompletableFuture<B> map(
      CompletableFuture<A> source, Function<A, B> function) {
    return chain(source, value -> CompletableFuture.completedFuture(function.apply(value)));
  }

  /** Runs one after the other. Cancelling the future cancels the one under way. */
  public static <A, B> CompletableFuture<B> chain(
      CompletableFuture<A> first, Function<A, CompletableFuture<B>> second) {
    return new Steps<B>() {
      @Override
      protected void begin() {
        then(
            first,
            (value, failure) -> {
              if (failure != null) {
                completeExceptionally(failure);
              } else {
                then(second.apply(value), this::finish);
              }
            });
      }
    }.start();
  }

  /**
   * Waits for the future.
   *
   * @throws SeedanceException if the future fails with one; the caller's stack trace is added
   */
  public static <T> T join(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new SeedanceIoException("interrupted; what was submitted goes on at the server", e);
    } catch (ExecutionException e) {
      Throwable failure = Objects.requireNonNull(e.getCause());
      // The failure was made on another thread: without this, the caller is not in the stack trace.
      failure.addSuppressed(new CalledFrom());
      if (failure instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failure);
    }
  }

  /** Carries the stack trace of the waiting thread. */
  private static final class CalledFrom extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CalledFrom() {
      super("the call came from here");
    }
  }
}
