package dev.seedance.mock.cluster;

import dev.seedance.mock.http.netty.Permit;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.TrackedChanges;
import dev.seedance.mock.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A sandbox that this server owns, and the number of requests that use it. Thread-safe. */
final class HeldSandbox implements Permit {

  /** Far from the numbers that can be reached by counting. */
  private static final int CLOSED = Integer.MIN_VALUE / 2;

  private final TrackedChanges changes;
  private final TimeSource realTime;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Duration usedAt;
  private volatile @Nullable String key;

  HeldSandbox(TrackedChanges changes, TimeSource realTime) {
    this.changes = changes;
    this.realTime = realTime;
    this.usedAt = realTime.flowed();
  }

  String id() {
    return changes.lease().sandbox();
  }

  Lease lease() {
    return changes.lease();
  }

  TrackedChanges changes() {
    return changes;
  }

  /** Returns the bearer key of the sandbox; null if no request had it yet. */
  @Nullable String key() {
    return key;
  }

  void setKey(String known) {
    key = known;
  }

  /** Begins a request; false if none may be served. {@link #end} ends it. */
  boolean enter() {
    if (!changes.isHeld()) {
      return false;
    }
    if (requests.incrementAndGet() > 0) {
      return true;
    }
    requests.decrementAndGet();
    return false;
  }

  /** Returns true while responses may be sent: the lease lasts, and the sandbox is not closed. */
  @Override
  public boolean lasts() {
    return requests.get() >= 0 && changes.isHeld();
  }

  @Override
  public void end() {
    usedAt = realTime.flowed();
    requests.decrementAndGet();
  }

  /** Returns the time since the last request ended; zero if one is under way. */
  Duration unused() {
    return requests.get() > 0 ? Duration.ZERO : realTime.flowed().minus(usedAt);
  }

  /** Closes the sandbox to requests; false if one uses it. */
  boolean closeIfUnused() {
    return requests.compareAndSet(0, CLOSED);
  }

  /** Opens it again after {@link #closeIfUnused}. */
  void reopen() {
    requests.addAndGet(-CLOSED);
  }

  /** Closes the sandbox to further requests, and to the responses to the present ones. */
  void close() {
    requests.updateAndGet(number -> number < 0 ? number : number + CLOSED);
  }
}
