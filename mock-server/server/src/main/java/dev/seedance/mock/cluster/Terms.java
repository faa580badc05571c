package dev.seedance.mock.cluster;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.StoreOptions;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.time.RealTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The terms on which this server owns sandboxes.
 *
 * @param member this server; known when it listens
 * @param lease the time for which it owns a sandbox without a renewal
 * @param mostSandboxes that it may own at once
 * @param idle the time without a request after which it gives a sandbox back
 * @param kept the time after which a stored sandbox that nobody uses is deleted
 * @param realTime by whose flow leases end
 */
record Terms(
    CompletableFuture<Member> member,
    Duration lease,
    int mostSandboxes,
    Duration idle,
    Duration kept,
    RealTime realTime) {

  private static final Duration UNUSED = Duration.ofSeconds(60);

  /** The lease of a sandbox in a store that one server has for itself. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  static Terms of(OptionValues options, SandboxStore store, RealTime realTime) {
    Duration idle = options.get(MockOptions.SANDBOX_IDLE);
    return new Terms(
        new CompletableFuture<>(),
        store.isShared() ? options.get(StoreOptions.LEASE) : FOR_EVER,
        options.get(MockOptions.MAX_SANDBOXES),
        idle.compareTo(UNUSED) < 0 ? idle : UNUSED,
        options.get(StoreOptions.KEEP_SANDBOXES),
        realTime);
  }

  /** Returns this server; waits until it listens. */
  Member self() {
    return member.join();
  }
}
