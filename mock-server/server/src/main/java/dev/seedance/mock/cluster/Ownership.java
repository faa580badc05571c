package dev.seedance.mock.cluster;

import dev.seedance.mock.cluster.Place.Elsewhere;
import dev.seedance.mock.cluster.Place.GivenBack;
import dev.seedance.mock.cluster.Place.Here;
import dev.seedance.mock.cluster.Place.Nowhere;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStore.Claim;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.StoreException;
import dev.seedance.mock.store.TrackedChanges;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sandboxes that this server owns. It claims and opens them when a request or an event asks for
 * them, and gives them back when nothing does.
 *
 * <p>One change of the ownership of a sandbox is under way at a time; who asks meanwhile waits for
 * its result, without a thread. Thread-safe.
 */
final class Ownership {

  /** The times that a request looks for a sandbox that moves meanwhile. */
  private static final int MOST_TRIES = 4;

  private final SandboxStore store;
  private final Terms terms;
  private final StoredSandboxes stored;
  private final Executor pool;
  private final Map<String, HeldSandbox> held = new ConcurrentHashMap<>();
  private final Map<String, HeldSandbox> byKey = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Place>> changing = new ConcurrentHashMap<>();

  private final UnreturnedLeases unreturned;

  private volatile boolean closed;

  /**
   * Starts with none.
   *
   * @param pool runs what blocks
   */
  Ownership(SandboxStore store, Terms terms, StoredSandboxes stored, Executor pool) {
    this.store = store;
    this.terms = terms;
    this.stored = stored;
    this.pool = pool;
    this.unreturned = new UnreturnedLeases(store);
  }

  /** Begins a request with a key, if this server has the sandbox; null if not. */
  @Nullable HeldSandbox enter(String key) {
    HeldSandbox sandbox = byKey.get(key);
    return sandbox != null && sandbox.enter() ? sandbox : null;
  }

  /**
   * Finds the owner of a sandbox, which this server becomes if there is none.
   *
   * @return {@link Here} with a request that has begun, {@link Elsewhere} or {@link Nowhere}; fails
   *     with a {@link StoreException}
   */
  CompletableFuture<Place> enter(Wanted wanted) {
    return enter(wanted, MOST_TRIES);
  }

  private CompletableFuture<Place> enter(Wanted wanted, int tries) {
    HeldSandbox known = held.get(wanted.id());
    if (known != null && known.enter()) {
      remember(wanted, known);
      return CompletableFuture.completedFuture(new Here(known));
    }
    if (tries == 0) {
      return CompletableFuture.failedFuture(
          new StoreException("this sandbox is being moved to another server; try again"));
    }
    return change(wanted.id(), () -> claim(wanted))
        .thenCompose(
            place -> {
              boolean settled =
                  place instanceof Elsewhere || (place instanceof Nowhere && wanted.seed() == null);
              return settled ? CompletableFuture.completedFuture(place) : enter(wanted, tries - 1);
            });
  }

  private void remember(Wanted wanted, HeldSandbox sandbox) {
    String key = wanted.key();
    if (key != null && sandbox.key() == null) {
      sandbox.setKey(key);
      byKey.put(key, sandbox);
    }
  }

  /** Runs a change of the ownership, or waits for the one that is under way. */
  private CompletableFuture<Place> change(String id, Supplier<Place> work) {
    var started = new CompletableFuture<Place>();
    CompletableFuture<Place> other = changing.putIfAbsent(id, started);
    if (other != null) {
      return other;
    }
    pool.execute(
        () -> {
          try {
            Place place = work.get();
            changing.remove(id);
            started.complete(place);
          } catch (RuntimeException e) {
            changing.remove(id);
            started.completeExceptionally(e);
          }
        });
    return started;
  }

  private Place claim(Wanted wanted) {
    HeldSandbox before = held.get(wanted.id());
    if (before != null && before.lasts()) {
      return new Here(before);
    }
    requireOpen();
    if (before != null) {
      lose(before);
    }
    unreturned.giveBack(wanted.id());
    makeRoom();
    Duration asked = terms.realTime().flowed();
    Long seed = wanted.seed();
    Optional<Claim> claim =
        seed == null
            ? store.claimKnown(wanted.id(), terms.self(), terms.lease())
            : Optional.of(store.claim(wanted.id(), seed, terms.self(), terms.lease()));
    return claim.map(found -> place(found, asked)).orElseGet(Nowhere::new);
  }

  private Place place(Claim claim, Duration asked) {
    Lease lease = claim.lease();
    if (lease != null) {
      return open(lease, asked);
    }
    var owner = claim.owner();
    if (owner == null) {
      throw new StoreException("the store names no owner of a sandbox that is not free");
    }
    return new Elsewhere(owner);
  }

  private Place open(Lease lease, Duration asked) {
    TrackedChanges changes = opened(lease, asked);
    var sandbox = new HeldSandbox(changes, terms.realTime());
    held.put(lease.sandbox(), sandbox);
    return new Here(sandbox);
  }

  private TrackedChanges opened(Lease lease, Duration asked) {
    try {
      return stored.open(lease, asked.plus(terms.lease()));
    } catch (RuntimeException e) {
      unreturned.add(lease); // not before: it would be returned meanwhile
      throw e;
    }
  }

  /** Opens sandboxes that this server has just claimed. */
  void adopt(Collection<Lease> leases, Duration asked) {
    for (Lease lease : leases) {
      var unused =
          change(
              lease.sandbox(),
              () -> {
                Optional.ofNullable(held.get(lease.sandbox())).ifPresent(this::lose);
                return open(lease, asked);
              });
    }
  }

  /** Opens sandboxes that the store says are this server's, which does not know them. */
  void openUnknown(Collection<String> ids) {
    for (String id : ids) {
      if (!held.containsKey(id) && !unreturned.contains(id)) {
        var unused = change(id, () -> claim(new Wanted(id, null, null)));
      }
    }
  }

  private void makeRoom() {
    if (held.size() < terms.mostSandboxes()) {
      return;
    }
    List<HeldSandbox> longestUnused =
        held.values().stream()
            .sorted(Comparator.comparing(HeldSandbox::unused).reversed())
            .toList();
    for (HeldSandbox sandbox : longestUnused) {
      if (giveBackUnlessChanging(sandbox)) {
        return;
      }
    }
    throw new StoreException(
        "all %d sandboxes that this server may hold are in use; raise --max-sandboxes"
            .formatted(terms.mostSandboxes()));
  }

  private boolean giveBackUnlessChanging(HeldSandbox sandbox) {
    var started = new CompletableFuture<Place>();
    if (changing.putIfAbsent(sandbox.id(), started) != null) {
      return false;
    }
    Place place = new Here(sandbox);
    try {
      place = giveBack(sandbox);
    } finally {
      changing.remove(sandbox.id());
      started.complete(place);
    }
    return place instanceof GivenBack;
  }

  /** Gives a sandbox back that no request uses; soon, if nothing else changes its owner. */
  void giveBackUnused(HeldSandbox sandbox) {
    if (!changing.containsKey(sandbox.id())) {
      var unused = change(sandbox.id(), () -> giveBack(sandbox));
    }
  }

  private Place giveBack(HeldSandbox sandbox) {
    if (!sandbox.closeIfUnused()) {
      return new Here(sandbox);
    }
    if (!stored.store(sandbox.id(), sandbox.changes())) {
      sandbox.reopen();
      return new Here(sandbox);
    }
    lose(sandbox);
    unreturned.giveBack(sandbox.id());
    return new GivenBack();
  }

  /** Closes a sandbox without a word to the store: it may have another owner. */
  void lose(HeldSandbox sandbox) {
    synchronized (sandbox) { // else a second one might close its successor
      if (held.get(sandbox.id()) != sandbox) {
        return;
      }
      sandbox.close();
      stored.close(sandbox.id());
      unreturned.add(sandbox.lease());
      Optional.ofNullable(sandbox.key()).ifPresent(key -> byKey.remove(key, sandbox));
      held.remove(sandbox.id());
    }
  }

  /** Gives the leases back that are of no use any more. */
  void returnLeases() {
    unreturned.giveBackAll();
  }

  /** Returns the sandboxes that this server has. */
  Collection<HeldSandbox> held() {
    return List.copyOf(held.values());
  }

  /** Returns the number of further sandboxes for which there is room. */
  int room() {
    return Math.max(0, terms.mostSandboxes() - held.size());
  }

  /** Claims nothing from now on. */
  void close() {
    closed = true;
  }

  /** Stores and gives back all at once; no request is under way. */
  void giveBackAll() {
    close();
    for (HeldSandbox sandbox : held()) {
      sandbox.close();
    }
    stored.storeAll(held().stream().map(HeldSandbox::changes).toList());
    held().forEach(this::lose);
    returnLeases();
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException("this server stops; send the request again, to another one");
    }
  }
}
