package dev.seedance.mock.sandbox;

import dev.seedance.mock.options.MockOptions;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that all sandboxes of a server hold, against one bound: {@link MockOptions#MAX_MEMORY}.
 *
 * <p>Features count all that callers can fill: tasks, webhook deliveries, recorded calls,
 * scenarios, assets, refunds, counts. Uploaded files have a bound of their own. The bytes are
 * estimates that err on the high side. Thread-safe.
 */
public final class MemoryBudget {

  private final long max;
  private final AtomicLong held = new AtomicLong();

  /**
   * Starts with nothing held.
   *
   * @param max in bytes
   */
  public MemoryBudget(long max) {
    this.max = max;
  }

  /** Returns the bound. */
  long max() {
    return max;
  }

  /** Returns the bytes that are held now. */
  long held() {
    return held.get();
  }

  /** Tells if the sandboxes hold more than they may. */
  boolean isExceeded() {
    return held.get() > max;
  }

  /** Adds bytes, or takes them away if negative. */
  void add(long bytes) {
    held.addAndGet(bytes);
  }
}
