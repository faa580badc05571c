package dev.seedance.mock.cluster;

import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStore.Lease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Leases that are of no use any more, and that the store may not know to be free. Thread-safe. */
final class UnreturnedLeases {

  private final SandboxStore store;
  private final Map<String, Lease> bySandbox = new ConcurrentHashMap<>();

  /** Starts with none. */
  UnreturnedLeases(SandboxStore store) {
    this.store = store;
  }

  void add(Lease lease) {
    bySandbox.put(lease.sandbox(), lease);
  }

  boolean contains(String sandbox) {
    return bySandbox.containsKey(sandbox);
  }

  /** Gives the lease of a sandbox back, if it is one of these. */
  void giveBack(String sandbox) {
    giveBack(Optional.ofNullable(bySandbox.get(sandbox)).stream().toList());
  }

  /** Gives all back. */
  void giveBackAll() {
    giveBack(List.copyOf(bySandbox.values()));
  }

  private void giveBack(List<Lease> leases) {
    if (!leases.isEmpty()) {
      store.release(leases);
      leases.forEach(lease -> bySandbox.remove(lease.sandbox(), lease));
    }
  }
}
