package dev.seedance.client.cli;

import dev.seedance.client.error.RateLimitException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.internal.Futures;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Prints, after Ctrl-C, the command that continues: the task is ordered and paid for. */
final class ResumeHint {

  private final PrintWriter err;
  private final UnaryOperator<String> commandOf;
  private volatile @Nullable String command;
  private @Nullable CompletableFuture<?> underWay;
  private boolean interrupted;

  /**
   * Begins without a command.
   *
   * @param commandOf makes the command of a task id or a business id
   */
  ResumeHint(PrintWriter err, UnaryOperator<String> commandOf) {
    this.err = err;
    this.commandOf = commandOf;
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "resume-hint"));
  }

  /**
   * Begins something and waits for it. An interruption cancels it, and it cleans up. After one,
   * nothing begins any more.
   */
  <T> T join(Supplier<CompletableFuture<T>> start) {
    try {
      CompletableFuture<T> future = begin(start); // refuses what the user has given
      return result(future);
    } catch (CancellationException e) {
      throw new InterruptedByUser(e);
    } catch (SeedanceException e) {
      e.taskId().ifPresent(this::goOnWith);
      if (mayGoOn(e)) {
        show("What was ordered goes on at the server. Fetch its video with:");
      }
      throw e;
    }
  }

  /** Tells if a task may be at the server in spite of the failure. */
  private static boolean mayGoOn(SeedanceException failure) {
    boolean mayBeOrdered = failure.isTransient() && !(failure instanceof RateLimitException);
    boolean isOrdered =
        failure instanceof SeedanceApiException && failure.taskId().isPresent(); // out of reach
    return mayBeOrdered || isOrdered || failure instanceof TaskTimeoutException;
  }

  /** Once a call is on its way, nothing that comes of it is the user's fault. */
  private static <T> T result(CompletableFuture<T> future) {
    try {
      return Futures.join(future);
    } catch (CancellationException | SeedanceException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Unexpected(e);
    }
  }

  private synchronized <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> start) {
    if (interrupted) {
      throw new CancellationException("interrupted before it began");
    }
    CompletableFuture<T> future = start.get();
    underWay = future;
    return future;
  }

  /** Sets the task id or business id whose command an interruption shows from now on. */
  void goOnWith(String id) {
    command = commandOf.apply(id);
  }

  /** Clears the command: an interruption shows none from now on. */
  void done() {
    command = null;
  }

  private void interrupted() {
    if (command != null) {
      err.println();
    }
    show("interrupted; the task goes on at the server. Fetch its video with:");
    cancel();
  }

  private void show(String introduction) {
    String next = command;
    if (next != null) {
      err.println(introduction);
      err.println("  " + next);
      err.flush();
    }
  }

  private synchronized void cancel() {
    interrupted = true;
    if (underWay != null) {
      underWay.cancel(true);
    }
  }

  /** A bug of ours: no response may lead to it. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unexpected(RuntimeException cause) {
      super(cause);
    }
  }

  /** The JVM is going down; there is nothing more to say. */
  static final class InterruptedByUser extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InterruptedByUser(CancellationException cause) {
      super(cause);
    }
  }
}
