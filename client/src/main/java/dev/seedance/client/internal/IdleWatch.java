package dev.seedance.client.internal;

import dev.seedance.client.error.SeedanceIoException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Ends an exchange that brings nothing for a while. The JDK's own timeout ends with the headers, so
 * a server that stalls in the middle of a file would hold us for ever.
 */
public final class IdleWatch<T> extends Steps<T> {

  private final CompletableFuture<T> source;
  private final Duration limit;
  private final LongSupplier progress;

  /** Watches an exchange by a number that grows while it brings something. */
  public IdleWatch(CompletableFuture<T> source, Duration limit, LongSupplier progress) {
    this.source = source;
    this.limit = limit;
    this.progress = progress;
  }

  @Override
  protected void begin() {
    then(source, this::finish);
    watch(progress.getAsLong());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // compare throws nothing
  private void watch(long before) {
    RealTime.after(limit).thenRun(() -> compare(before));
  }

  private void compare(long before) {
    if (isDone()) {
      return;
    }
    long now = progress.getAsLong();
    if (now == before) {
      completeExceptionally(
          new SeedanceIoException("nothing has arrived for " + limit.toMillis() + " ms", null));
    } else {
      watch(now);
    }
  }
}
