package dev.seedance.mock.store;

import dev.seedance.mock.sandbox.Changes;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.store.SandboxStore.Lease;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a sandbox that has a lease. The {@link StoreWriter} takes them in groups.
 *
 * <p>Keeps which documents have changed, not their content: that is read when the group is written,
 * so that a document that changes ten times meanwhile is written once.
 */
public final class TrackedChanges implements Changes {

  /** The place of a document. */
  record Place(String part, String key) {}

  /**
   * All changes up to a version.
   *
   * @param documents their places with their orders
   */
  record Taken(long version, Set<String> replaced, Map<Place, Long> documents) {}

  private record Waiter(long version, Duration since, CompletableFuture<Void> done) {}

  private final Lease lease;
  private final StoreWriter writer;
  private final Queue<Waiter> waiters = new ArrayDeque<>();
  private Map<Place, Long> documents = new LinkedHashMap<>();
  private Set<String> replaced = new LinkedHashSet<>();
  private long order;
  private volatile @Nullable Sandbox sandbox;
  private volatile Duration heldUntil;
  private volatile long version;
  private volatile long stored;
  private volatile boolean lost;

  /** True while the writer has been told of changes and has not come for them. */
  private final AtomicBoolean queued = new AtomicBoolean();

  TrackedChanges(Lease lease, StoreWriter writer, Duration heldUntil) {
    this.lease = lease;
    this.writer = writer;
    this.heldUntil = heldUntil;
  }

  /** Returns the lease. */
  public Lease lease() {
    return lease;
  }

  /** Tells if the lease lasts, by the flow of real time; nothing may be answered without it. */
  public boolean isHeld() {
    return !lost && writer.flowed().compareTo(heldUntil) < 0;
  }

  /** Returns the time for which the lease still lasts; negative if it has ended. */
  public Duration remaining() {
    return lost ? Duration.ZERO.minusNanos(1) : heldUntil.minus(writer.flowed());
  }

  /** Extends the lease to a moment of the flow of real time. */
  public void holdUntil(Duration moment) {
    heldUntil = moment;
  }

  /**
   * Begins to keep account: all before was restored from the store.
   *
   * @param lastOrder the highest order of what was restored
   */
  public synchronized void begin(Sandbox restored, long lastOrder) {
    sandbox = restored;
    order = lastOrder;
  }

  /** Continues with the sandbox that replaces the present one. */
  public synchronized void continueWith(Sandbox fresh) {
    sandbox = fresh;
  }

  @Override
  public void mark(String part, String key) {
    synchronized (this) {
      if (sandbox == null) {
        return; // it is being restored
      }
      var place = new Place(part, key);
      if (!documents.containsKey(place)) {
        documents.put(place, ++order);
      }
      version = version + 1;
    }
    writer.wake(this);
  }

  @Override
  public void replaced(String part) {
    synchronized (this) {
      if (sandbox == null) {
        return;
      }
      replaced.add(part);
      documents.keySet().removeIf(place -> place.part().equals(part));
      version = version + 1;
    }
    writer.wake(this);
  }

  @Override
  public CompletableFuture<Void> stored() {
    if (!isHeld()) {
      return CompletableFuture.failedFuture(moved());
    }
    if (stored >= version) {
      return NONE.stored();
    }
    synchronized (this) {
      var waiter = new Waiter(version, writer.flowed(), new CompletableFuture<>());
      if (stored >= waiter.version()) {
        return NONE.stored();
      }
      waiters.add(waiter);
      return waiter.done();
    }
  }

  AtomicBoolean queued() {
    return queued;
  }

  /** Returns the sandbox; there is one, because changes are noted after {@link #begin} only. */
  Sandbox sandbox() {
    return Objects.requireNonNull(sandbox);
  }

  /** Takes the changes; called while nothing changes the sandbox. */
  synchronized Taken take() {
    var taken = new Taken(version, replaced, documents);
    replaced = new LinkedHashSet<>();
    documents = new LinkedHashMap<>();
    return taken;
  }

  /** Returns the orders of documents that are new in the place of a part that was replaced. */
  synchronized long nextOrder() {
    return ++order;
  }

  /** Gives back what could not be stored; fails those who have waited longer than the limit. */
  void giveBack(Taken taken, Duration limit, StoreException failure) {
    List<Waiter> impatient = new ArrayList<>();
    synchronized (this) {
      Map<Place, Long> all = new LinkedHashMap<>(taken.documents());
      all.keySet().removeIf(place -> replaced.contains(place.part()));
      all.putAll(documents);
      documents = all;
      replaced.addAll(taken.replaced());
      Duration before = writer.flowed().minus(limit);
      for (Waiter waiter = waiters.peek();
          waiter != null && waiter.since().compareTo(before) <= 0;
          waiter = waiters.peek()) {
        impatient.add(waiters.remove());
      }
    }
    impatient.forEach(waiter -> waiter.done().completeExceptionally(failure));
  }

  /** Releases all who wait for a version that is stored. */
  void storedUpTo(long taken) {
    List<Waiter> released = new ArrayList<>();
    synchronized (this) {
      stored = taken;
      for (Waiter waiter = waiters.peek();
          waiter != null && waiter.version() <= taken;
          waiter = waiters.peek()) {
        released.add(waiters.remove());
      }
    }
    released.forEach(waiter -> waiter.done().complete(null));
  }

  /** Ends the account: another server owns the sandbox. */
  void lose() {
    List<Waiter> all;
    synchronized (this) {
      lost = true;
      all = List.copyOf(waiters);
      waiters.clear();
    }
    all.forEach(waiter -> waiter.done().completeExceptionally(moved()));
  }

  private static StoreException moved() {
    return new StoreException("another server has taken over this sandbox; send the request again");
  }
}
