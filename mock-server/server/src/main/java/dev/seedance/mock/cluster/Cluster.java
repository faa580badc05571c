package dev.seedance.mock.cluster;

import dev.seedance.mock.http.ApiKeys;
import dev.seedance.mock.http.netty.ConnectionGate;
import dev.seedance.mock.http.netty.ExchangeHandler;
import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.StoreOptions;
import dev.seedance.mock.plan.Ulid;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.store.SandboxOpener;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.SandboxStore.Membership;
import dev.seedance.mock.store.StoreException;
import dev.seedance.mock.store.StoreWriter;
import dev.seedance.mock.store.TrackedChanges;
import dev.seedance.mock.time.RealTime;
import dev.seedance.spec.http.HttpUrl;
import io.netty.channel.ChannelHandler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * This server as one of those that share a store; with a store that is not shared, the only one.
 *
 * <p>A few threads do what blocks, away from the event loops. Thread-safe.
 */
public final class Cluster implements ConnectionGate, Measured {

  /** The threads that ask the store. */
  private static final int THREADS = 8;

  private static final Duration IDLE_THREAD = Duration.ofSeconds(30);

  private final SandboxStore store;
  private final RealTime realTime;
  private final Terms terms;
  private final @Nullable HttpUrl advertised;
  private final StoreWriter writer;
  private final Ownership ownership;
  private final RequestedSandbox requested;
  private final PeerRequests requests;
  private final Peers peers;
  private final Upkeep upkeep;
  private final ThreadPoolExecutor pool = pool();
  private volatile boolean stopped;

  /** Creates the member; it claims nothing before it has joined. */
  public Cluster(
      OptionValues options,
      SandboxStore store,
      Sandboxes sandboxes,
      ApiKeys keys,
      RealTime realTime) {
    this.store = store;
    this.realTime = realTime;
    this.terms = Terms.of(options, store, realTime);
    this.writer = new StoreWriter(store, realTime, sandboxes.features(), this::onLost);
    var stored = new StoredSandboxes(sandboxes, new SandboxOpener(store, writer, sandboxes));
    this.ownership = new Ownership(store, terms, stored, pool);
    this.requests = new PeerRequests(options.get(StoreOptions.CLUSTER_SECRET));
    this.peers = new Peers(terms);
    this.advertised = options.get(StoreOptions.ADVERTISE);
    this.upkeep = new Upkeep(store, terms, ownership, stored);
    this.requested = new RequestedSandbox(keys, sandboxes);
    sandboxes.keepInStore();
  }

  @Override
  public ChannelHandler handler(ExchangeHandler exchanges) {
    return new ClusterGate(ownership, requested, requests, peers, exchanges);
  }

  @Override
  public List<Measure> measures() {
    return writer.results().measures();
  }

  boolean isShared() {
    return store.isShared();
  }

  Member self() {
    return terms.self();
  }

  Duration lease() {
    return terms.lease();
  }

  /** Lists the servers; blocks. */
  List<Membership> members(int mostSandboxes) {
    return store.members(mostSandboxes);
  }

  /** Returns true if the store could be reached when it was asked last. */
  public boolean reachesStore() {
    return upkeep.failure() == null && writer.results().failure() == null;
  }

  /** Returns true when this server can own sandboxes: it has joined, and it reaches the store. */
  public boolean isReady() {
    return terms.member().isDone() && reachesStore();
  }

  /**
   * Begins to own sandboxes.
   *
   * @param address at which this server listens
   */
  public void join(URI address) {
    String reached = advertised == null ? address.toString() : advertised.toString();
    terms.member().complete(new Member(newId(realTime), reached.replaceAll("/+$", "")));
    pool.execute(this::runAgain);
  }

  private void onLost(TrackedChanges changes) {
    ownership.held().stream()
        .filter(sandbox -> sandbox.changes() == changes)
        .forEach(ownership::lose);
  }

  private void runAgain() {
    if (!stopped) {
      runOnce();
      var unused = realTime.after(Upkeep.PERIOD, () -> pool.execute(this::runAgain));
    }
  }

  /** Does once what is done again and again; for tests, which have their own time. */
  public synchronized void runOnce() {
    upkeep.run();
    peers.forgetOld();
    try {
      peers.breakOffSilent(store);
    } catch (StoreException e) {
      // later, when the store can be reached
    }
  }

  /** Stores all sandboxes, gives them to the other servers, and leaves. No request is under way. */
  public void leave() {
    stopped = true;
    try {
      ownership.giveBackAll();
      store.leave(terms.self());
    } catch (StoreException e) {
      // the leases end by themselves
    }
    writer.close();
    pool.shutdown();
    store.close();
  }

  /** Returns an id that no other start of a server has. */
  static String newId(RealTime realTime) {
    return Ulid.of(realTime.instant(), new SplittableRandom());
  }

  private static ThreadPoolExecutor pool() {
    var pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_THREAD.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              var thread = new Thread(work, "mock-cluster");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
