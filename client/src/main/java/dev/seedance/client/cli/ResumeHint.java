package dev.seedance.client.cli;

import dev.seedance.client.internal.Futures;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells, when the user presses Ctrl-C, how to go on: what was ordered is paid for. */
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
   * Begins something and waits for it. An interruption cancels it, and it cleans up behind itself;
   * after one, nothing begins any more.
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

  /** From now on an interruption shows this command. */
  void goOnWith(String command) {
    this.command = command;
  }

  /** From now on there is nothing to go on with. */
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
