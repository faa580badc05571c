package dev.seedance.mock.http.netty;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of request bodies that the server holds, over all connections. Thread-safe. */
final class BytesInFlight {

  private final long max;
  private final AtomicLong held = new AtomicLong();

  BytesInFlight(long max) {
    this.max = max;
  }

  long max() {
    return max;
  }

  /** Returns the bytes that are counted right now. */
  long held() {
    return held.get();
  }

  /** Counts bytes if there is room for them; else counts nothing and returns false. */
  boolean hold(long bytes) {
    if (held.addAndGet(bytes) <= max) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  /** Releases bytes that were counted. */
  void release(long bytes) {
    held.addAndGet(-bytes);
  }
}
