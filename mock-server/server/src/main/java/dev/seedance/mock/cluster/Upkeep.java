package dev.seedance.mock.cluster;

import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.StoreException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The work that a server does for its leases without a request, again and again: renews them, gives
 * up those that have ended, adopts sandboxes that have something due, gives back those that nobody
 * uses, and deletes what was forgotten. The number of statements does not depend on the number of
 * sandboxes. Not thread-safe: one run at a time.
 */
final class Upkeep {

  /** The time between two runs. */
  static final Duration PERIOD = Duration.ofSeconds(1);

  /** The time between two looks for sandboxes that nobody has used for too long. */
  private static final Duration DELETING = Duration.ofHours(1);

  /** The sandboxes that are adopted in one run at most. */
  private static final int MOST_ADOPTED = 32;

  /** A lease is renewed so many times before it would end. */
  private static final int RENEWALS = 3;

  private final SandboxStore store;
  private final Terms terms;
  private final Ownership ownership;
  private final StoredSandboxes stored;
  private @Nullable Duration renewedAt;
  private @Nullable Duration deletedAt;
  private volatile @Nullable StoreException failure;

  Upkeep(SandboxStore store, Terms terms, Ownership ownership, StoredSandboxes stored) {
    this.store = store;
    this.terms = terms;
    this.ownership = ownership;
    this.stored = stored;
  }

  /** Returns why the last run failed; null if it succeeded. */
  @Nullable StoreException failure() {
    return failure;
  }

  /** Does what is to be done now. */
  void run() {
    try {
      giveUpLost();
      renew();
      ownership.returnLeases();
      adopt();
      giveBackUnused();
      deleteForgotten();
      failure = null;
    } catch (StoreException e) {
      failure = e;
    }
  }

  private void giveUpLost() {
    for (HeldSandbox sandbox : ownership.held()) {
      if (!sandbox.changes().isHeld()) {
        ownership.lose(sandbox);
      }
    }
  }

  private void renew() {
    Duration asked = terms.realTime().flowed();
    Duration last = renewedAt;
    if (!store.isShared()
        || (last != null && asked.compareTo(last.plus(terms.lease().dividedBy(RENEWALS))) < 0)) {
      return;
    }
    Collection<HeldSandbox> before = ownership.held();
    Set<String> renewed = store.renew(terms.self(), terms.lease());
    for (HeldSandbox sandbox : before) {
      if (renewed.contains(sandbox.id()) && sandbox.changes().isHeld()) {
        sandbox.changes().holdUntil(asked.plus(terms.lease()));
      } else {
        ownership.lose(sandbox);
      }
    }
    ownership.openUnknown(renewed);
    renewedAt = asked;
  }

  private void adopt() {
    int most = Math.min(MOST_ADOPTED, ownership.room());
    if (most > 0) {
      Duration asked = terms.realTime().flowed();
      List<Lease> leases = store.adoptDue(terms.self(), terms.lease(), most);
      ownership.adopt(leases, asked);
    }
  }

  private void deleteForgotten() {
    Duration now = terms.realTime().flowed();
    Duration last = deletedAt;
    if (last == null || now.compareTo(last.plus(DELETING)) >= 0) {
      store.deleteUnusedSince(store.now().minus(terms.kept()));
      deletedAt = now;
    }
  }

  private void giveBackUnused() {
    for (HeldSandbox sandbox : ownership.held()) {
      if (sandbox.unused().compareTo(terms.idle()) >= 0
          && !stored.isDueWithin(terms.idle(), sandbox.id())) {
        ownership.giveBackUnused(sandbox);
      }
    }
  }
}
