package dev.seedance.client.internal;

import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ties futures together and waits for them. */
public final class Futures {

  private Futures() {}

  /** Begins something; what goes wrong at once comes out of the future as well. */
  public static <T> CompletableFuture<T> starting(Supplier<CompletableFuture<T>> start) {
    try {
      return start.get();
    } catch (SeedanceException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** A future of the same outcome; however it is done, the source is done with as well. */
  static <T> CompletableFuture<T> linked(CompletableFuture<T> source) {
    return ensuring(source, () -> {});
  }

  /** As {@link #linked}; the outcome is told when the last act is over. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback throws nothing
  static <T> CompletableFuture<T> ensuring(CompletableFuture<T> source, Runnable lastAct) {
    var result = new Linked<T>(source);
    source.whenComplete(
        (value, failure) -> {
          lastAct.run();
          settle(result, value, failure);
        });
    return result;
  }

  /** A future of the same outcome; what is chained to it never runs on a thread of ours. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback throws nothing
  static <T> CompletableFuture<T> handedOver(CompletableFuture<T> source) {
    var result = new Linked<T>(source);
    source.whenCompleteAsync((value, failure) -> settle(result, value, failure));
    return result;
  }

  /**
   * However it is done, the source is done with as well. Cancelled, it cancels the source first and
   * is over only then: whoever waits for it may end the program next, and would else do so before
   * the source has cleaned up.
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

  /** A future of what the function makes of the outcome; cancelling it cancels the source. */
  public static <A, B> CompletableFuture<B> map(
      CompletableFuture<A> source, Function<A, B> function) {
    return chain(source, value -> CompletableFuture.completedFuture(function.apply(value)));
  }

  /** One after the other; cancelling the future cancels the one under way. */
  public static <A, B> CompletableFuture<B> chain(
      CompletableFuture<A> first, Function<A, CompletableFuture<B>> second) {
    return new Steps<B>() {
      @Override
      void begin() {
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
   * @throws SeedanceException what the future fails with, with the caller's stack trace added
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
      // The failure was made on another thread: without this, nobody sees who has called.
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

  /** Shows the stack of the thread that has waited. */
  private static final class CalledFrom extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CalledFrom() {
      super("the call came from here");
    }
  }
}
