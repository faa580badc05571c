package dev.seedance.mock.store;

import dev.seedance.mock.sandbox.Changes;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.store.SandboxStore.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** The share of a lease that has to be left for an act outside of the sandbox: a quarter. */
  private static final int MARGIN = 4;

  /** The place of a document. */
  record Place(String part, String key) {}

  /**
   * All changes up to a version.
   *
   * @param documents their places with their orders
   * @param files names of those that are to be deleted then
   */
  record Taken(long version, Set<String> replaced, Map<Place, Long> documents, List<String> files) {

    boolean isEmpty() {
      return replaced.isEmpty() && documents.isEmpty() && files.isEmpty();
    }
  }

  private final Lease lease;
  private final StoreWriter writer;
  private final Waiters waiters;
  private final StoredFiles files;
  private Map<Place, Long> documents = new LinkedHashMap<>();
  private Set<String> replaced = new LinkedHashSet<>();
  private long order;
  private volatile @Nullable Sandbox sandbox;
  private volatile Duration heldUntil = Duration.ZERO;
  private volatile Duration margin = Duration.ZERO;
  private volatile long version;
  private volatile long stored;
  private volatile boolean ended;

  /** True while the writer has been told of changes and has not come for them. */
  private final AtomicBoolean queued = new AtomicBoolean();

  TrackedChanges(Lease lease, StoreWriter writer, long lastOrder) {
    this.lease = lease;
    this.writer = writer;
    this.order = lastOrder;
    this.waiters = new Waiters(writer);
    this.files = new StoredFiles(writer.store(), lease.sandbox(), this::wakeForFiles);
  }

  /** Returns the lease. */
  public Lease lease() {
    return lease;
  }

  /** Tells if the lease lasts, by the flow of real time; nothing may be answered without it. */
  public boolean isHeld() {
    return !ended && writer.flowed().compareTo(heldUntil) < 0;
  }

  /** Returns the time for which the lease still lasts; negative if it has ended. */
  public Duration remaining() {
    return ended ? Duration.ZERO.minusNanos(1) : heldUntil.minus(writer.flowed());
  }

  /** Extends the lease to a moment of the flow of real time. */
  public void holdUntil(Duration moment) {
    heldUntil = moment;
    margin = moment.minus(writer.flowed()).dividedBy(MARGIN);
  }

  @Override
  public boolean isKept() {
    return true;
  }

  @Override
  public StoredFiles files() {
    return files;
  }

  @Override
  public Instant now() {
    return writer.now();
  }

  @Override
  public synchronized void follow(Sandbox followed) {
    sandbox = followed;
  }

  @Override
  public void mark(String part, String key) {
    synchronized (this) {
      if (sandbox == null || ended) {
        return;
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
      if (sandbox == null || ended) {
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
      if (ended) {
        return CompletableFuture.failedFuture(moved());
      }
      return stored >= version ? NONE.stored() : waiters.add(version);
    }
  }

  @Override
  public CompletableFuture<Void> cleared() {
    return stored()
        .thenCompose(
            done ->
                remaining().compareTo(margin) > 0
                    ? NONE.stored()
                    : CompletableFuture.failedFuture(
                        new StoreException("the lease of this sandbox is about to end")));
  }

  /** Wakes the writer; what is dropped while the sandbox is opened comes with its documents. */
  private void wakeForFiles() {
    if (sandbox != null) {
      writer.wake(this);
    }
  }

  /** Returns true if nothing of the sandbox is stored any more. */
  boolean hasEnded() {
    return ended;
  }

  AtomicBoolean queued() {
    return queued;
  }

  /** Returns the sandbox; there is one, because changes are noted after {@link #follow} only. */
  Sandbox sandbox() {
    return Objects.requireNonNull(sandbox);
  }

  /** Takes the changes; called while nothing changes the sandbox. */
  synchronized Taken take() {
    var taken = new Taken(version, replaced, documents, files.take());
    replaced = new LinkedHashSet<>();
    documents = new LinkedHashMap<>();
    return taken;
  }

  /** Returns the orders of documents that are new in the place of a part that was replaced. */
  synchronized long nextOrder() {
    return ++order;
  }

  /** Gives back what could not be stored; a document keeps the order that it had first. */
  synchronized void giveBack(Taken taken) {
    Map<Place, Long> all = new LinkedHashMap<>(taken.documents());
    all.keySet().removeIf(place -> replaced.contains(place.part()));
    documents.forEach(all::putIfAbsent);
    documents = all;
    replaced.addAll(taken.replaced());
    files.delete(taken.files());
  }

  /** Releases all who wait for a version that is stored. */
  void storedUpTo(long taken) {
    synchronized (this) {
      stored = taken;
    }
    waiters.release(taken);
  }

  @Override
  public void end() {
    synchronized (this) {
      ended = true;
    }
    waiters.fail(moved());
  }

  private static StoreException moved() {
    return new StoreException("another server has taken over this sandbox; send the request again");
  }
}
