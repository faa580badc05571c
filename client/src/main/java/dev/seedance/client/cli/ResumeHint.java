package dev.seedance.client.cli;

import dev.seedance.client.internal.Futures;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints, after Ctrl-C, the command that continues: the task is ordered and paid for. */
final class ResumeHint {

  private final PrintWriter err;
  private volatile @Nullable String command;
  private @Nullable CompletableFuture<?> underWay;
  private boolean interrupted;

  ResumeHint(PrintWriter err) {
    this.err = err;
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "resume-hint"));
  }

  /**
   * Begins something and waits for it. An interruption cancels it, and it cleans up. After one,
   * nothing begins any more.
   */
  <T> T join(Supplier<CompletableFuture<T>> start) {
    try {
      return Futures.join(begin(start));
    } catch (CancellationException e) {
      throw new InterruptedByUser(e);
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

  /** Sets the command that an interruption shows from now on. */
  void goOnWith(String command) {
    this.command = command;
  }

  /** Clears the command: an interruption shows none from now on. */
  void done() {
    command = null;
  }

  private void interrupted() {
    String next = command;
    if (next != null) {
      err.println();
      err.println("interrupted; the task goes on at the server. Fetch its video with:");
      err.println("  " + next);
      err.flush();
    }
    cancel();
  }

  private synchronized void cancel() {
    interrupted = true;
    if (underWay != null) {
      underWay.cancel(true);
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
