package dev.seedance.mock.cluster;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.store.SandboxOpener;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.StoreException;
import dev.seedance.mock.store.TrackedChanges;
import dev.seedance.mock.time.RealTime;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** Brings sandboxes from the store into memory, and back. */
final class StoredSandboxes {

  /** The longest time for what is not stored when a sandbox is given back. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Sandboxes sandboxes;
  private final SandboxOpener opener;

  StoredSandboxes(Sandboxes sandboxes, SandboxOpener opener) {
    this.sandboxes = sandboxes;
    this.opener = opener;
  }

  /**
   * Opens a sandbox whose lease has begun.
   *
   * @param heldUntil the end of the lease in the flow of real time
   * @return the account of its changes
   * @throws StoreException if the store can't be reached, or its documents can't be read
   */
  TrackedChanges open(Lease lease, Duration heldUntil) {
    return (TrackedChanges) opener.open(lease, heldUntil).changes();
  }

  /** Stores all of a sandbox that no request uses; false if the store does not take it. */
  boolean store(String id, TrackedChanges changes) {
    sandboxes.find(id).ifPresent(Sandbox::settle);
    return isDone(changes.stored());
  }

  /** Stores all of many sandboxes, or what can be stored in time. */
  void storeAll(Collection<TrackedChanges> all) {
    all.forEach(changes -> sandboxes.find(changes.lease().sandbox()).ifPresent(Sandbox::settle));
    var stored = all.stream().map(TrackedChanges::stored).toArray(CompletableFuture<?>[]::new);
    var unused = isDone(CompletableFuture.allOf(stored));
  }

  private static boolean isDone(CompletableFuture<?> stored) {
    try {
      RealTime.await(stored, PATIENCE);
      return stored.isDone() && !stored.isCompletedExceptionally();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Closes a sandbox without a word to the store. */
  void close(String id) {
    sandboxes.find(id).ifPresent(sandboxes::unload);
  }

  /** Returns true if an event of a sandbox runs, or is due within a time. */
  boolean isDueWithin(Duration time, String id) {
    return sandboxes
        .find(id)
        .flatMap(sandbox -> sandbox.queue().realTimeUntilNext())
        .filter(until -> until.compareTo(time) < 0)
        .isPresent();
  }
}
