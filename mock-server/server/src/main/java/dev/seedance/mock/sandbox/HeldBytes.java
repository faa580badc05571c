package dev.seedance.mock.sandbox;

/** The bytes that one sandbox holds, as a part of the {@link MemoryBudget}. Thread-safe. */
public final class HeldBytes {

  private final MemoryBudget budget;
  private long bytes;
  private boolean closed;

  /** Starts with none. */
  public HeldBytes(MemoryBudget budget) {
    this.budget = budget;
  }

  /** Adds bytes, or takes them away if negative; without effect after the sandbox was dropped. */
  public synchronized void add(long change) {
    if (!closed) {
      bytes += change;
      budget.add(change);
    }
  }

  /** Returns the number of bytes. */
  public synchronized long bytes() {
    return bytes;
  }

  /** Takes all bytes away for good. */
  synchronized void close() {
    add(-bytes);
    closed = true;
  }
}
