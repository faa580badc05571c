package dev.seedance.mock.sandbox;

import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.time.RealTime;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sandboxes of a server, created when their key first calls, or opened from a store.
 *
 * <p>Bounded: one sandbox more than {@link MockOptions#MAX_SANDBOXES} drops the one that was idle
 * longest. A sandbox that was idle for {@link MockOptions#SANDBOX_IDLE} of real time is dropped at
 * the next call of any key: nothing ticks. Thread-safe; a call of a known key takes no lock.
 *
 * <p>With a store none is created and none is dropped here: {@link #open} and {@link #unload} are
 * for the one who has the leases.
 *
 * <p>The keys stay in memory, because hashing a key takes longer than finding its sandbox.
 */
@Singleton
public final class Sandboxes implements Measured {

  private final SandboxFactory factory;
  private final RealTime realTime;
  private final OptionValues options;
  private final MemoryBudget memory;

  /** Like {@link #byId}, changed only under the lock of that map and read without a lock. */
  private final Map<String, Entry> byKey = new ConcurrentHashMap<>();

  private final Map<String, Entry> byId = new ConcurrentHashMap<>();

  /** Until then, in the flow of real time, no sandbox has been idle for too long. */
  private volatile Duration sweepAfter = Duration.ZERO;

  private volatile boolean stored;

  /**
   * The name of a sandbox.
   *
   * @param id the sandbox's id
   * @param seed of its sequences
   */
  public record Identity(String id, long seed) {}

  private static final class Entry {
    private final long seed;
    private final Sandbox sandbox;
    private volatile @Nullable String key;
    private volatile Duration usedAt;

    Entry(long seed, Sandbox sandbox, Duration usedAt) {
      this.seed = seed;
      this.sandbox = sandbox;
      this.usedAt = usedAt;
    }
  }

  Sandboxes(List<SandboxFeature<?, ?>> features, RealTime realTime, OptionValues options) {
    this.realTime = realTime;
    this.options = options;
    this.memory = new MemoryBudget(options.get(MockOptions.MAX_MEMORY));
    this.factory = new SandboxFactory(features, realTime, options, memory);
  }

  @Override
  public List<Measure> measures() {
    List<Measure> measures =
        new ArrayList<>(Measure.bytes(MockOptions.MAX_MEMORY.name(), memory::held, memory.max()));
    measures.add(
        Measure.of("sandboxes", Measure.Kind.GAUGE, "Sandboxes that are kept.", byId::size));
    return measures;
  }

  /** Returns the features of every sandbox. */
  public List<SandboxFeature<?, ?>> features() {
    return factory.features();
  }

  /** Keeps the sandboxes in a store: from now on none is created that is not opened before. */
  public void keepInStore() {
    stored = true;
  }

  /** Returns the name of the sandbox of a bearer key. */
  public Identity identify(String key) {
    return factory.identify(key);
  }

  /**
   * Returns the sandbox of a bearer key, created if there is none.
   *
   * @throws SandboxNotOpenException if it is in a store, and not opened here
   */
  public Sandbox ofKey(String key) {
    Duration now = realTime.flowed();
    dropIdle(now);
    Entry entry = byKey.get(key);
    return entry != null ? used(entry, now) : keep(key, now);
  }

  /** Returns a sandbox by its {@linkplain Sandbox#id() id}; empty if none is alive. */
  public Optional<Sandbox> find(String id) {
    Duration now = realTime.flowed();
    dropIdle(now);
    return Optional.ofNullable(byId.get(id)).map(entry -> used(entry, now));
  }

  private static Sandbox used(Entry entry, Duration now) {
    entry.usedAt = now;
    return entry.sandbox;
  }

  private Sandbox keep(String key, Duration now) {
    Identity name = identify(key);
    synchronized (byId) {
      Entry known = byId.get(name.id());
      if (known == null) {
        known = enter(name, now);
      }
      known.key = key;
      byKey.put(key, known);
      return used(known, now);
    }
  }

  private Entry enter(Identity name, Duration now) {
    if (stored) {
      throw new SandboxNotOpenException();
    }
    if (byId.size() >= options.get(MockOptions.MAX_SANDBOXES)) {
      drop(Collections.min(byId.values(), Comparator.comparing(entry -> entry.usedAt)));
    }
    var entry = new Entry(name.seed(), factory.create(name, Changes.NONE, null), now);
    byId.put(name.id(), entry);
    return entry;
  }

  /**
   * Opens a sandbox from what a store has of it. A new one has its clock and its counters stored
   * first.
   *
   * @param changes keeps account of the sandbox from now on
   * @param documents by key and by the name of their feature; none if the sandbox is new
   * @throws IllegalArgumentException if the documents can't be restored; the message says why
   */
  public Sandbox open(
      Identity name, Changes changes, Map<String, ? extends Map<String, Object>> documents) {
    Sandbox opened = factory.create(name, changes, null);
    try {
      List<Runnable> restores = factory.restores(opened, documents);
      opened.atomically(
          () -> {
            restores.forEach(Runnable::run);
            changes.follow(opened);
            if (documents.isEmpty()) {
              changes.mark(ClockFeature.NAME, Stored.WHOLE);
              changes.mark(SequenceFeature.NAME, Stored.WHOLE);
            }
            factory.markDropped(opened, documents);
          });
      synchronized (byId) {
        byId.put(name.id(), new Entry(name.seed(), opened, realTime.flowed()));
      }
      return opened;
    } catch (IllegalArgumentException e) {
      opened.close();
      throw e;
    }
  }

  /** Closes a sandbox, which stays in its store as it is there; nothing happens if it is closed. */
  public void unload(Sandbox sandbox) {
    sandbox.changes().end();
    synchronized (byId) {
      Entry entry = byId.get(sandbox.id());
      if (entry != null && entry.sandbox == sandbox) {
        drop(entry);
      }
    }
  }

  /** Returns the sandboxes that were not used for a time, the longest idle first. */
  public List<Sandbox> idleFor(Duration time) {
    Duration before = realTime.flowed().minus(time);
    return byId.values().stream()
        .filter(entry -> entry.usedAt.compareTo(before) <= 0)
        .sorted(Comparator.comparing(entry -> entry.usedAt))
        .map(entry -> entry.sandbox)
        .toList();
  }

  private void dropIdle(Duration now) {
    if (now.compareTo(sweepAfter) <= 0 || stored) {
      return;
    }
    synchronized (byId) {
      Duration idle = options.get(MockOptions.SANDBOX_IDLE);
      Duration next = now.plus(idle);
      for (Entry entry : byId.values()) {
        Duration end = entry.usedAt.plus(idle);
        if (end.compareTo(now) < 0) {
          drop(entry);
        } else if (end.compareTo(next) < 0) {
          next = end;
        }
      }
      sweepAfter = next;
    }
  }

  /**
   * Makes room in memory: the sandbox that holds most forgets its oldest task, delivery and call,
   * again and again until all is within {@link MockOptions#MAX_MEMORY}. To be called after what may
   * have added to it, without a lock.
   */
  public void fitIntoMemory() {
    if (memory.isExceeded()) {
      forget();
    }
  }

  private synchronized void forget() {
    boolean forgot = true;
    while (forgot && memory.isExceeded()) {
      forgot =
          byId.values().stream()
              .map(entry -> entry.sandbox)
              .max(Comparator.comparingLong(sandbox -> sandbox.heldBytes().bytes()))
              .map(Sandbox::forgetOldest)
              .orElse(false);
    }
  }

  /**
   * Drops every sandbox: ends the streams of its events, and cancels what is due. One of a store
   * has its exact numbers stored; if its clock is being advanced, nothing of it is told any more,
   * so that nobody takes the advance for complete.
   */
  public void close() {
    synchronized (byId) {
      for (Entry entry : List.copyOf(byId.values())) {
        if (stored) {
          settle(entry.sandbox);
        }
        drop(entry);
      }
    }
  }

  private static void settle(Sandbox sandbox) {
    sandbox.settle();
    if (sandbox.queue().isAdvancing()) {
      sandbox.changes().end();
    }
  }

  private void drop(Entry entry) {
    if (entry.key != null) {
      byKey.remove(entry.key);
    }
    byId.remove(entry.sandbox.id());
    entry.sandbox.close();
  }

  /**
   * Replaces a sandbox by a fresh one; each feature decides if its state survives.
   *
   * <p>Pending events are cancelled. A webhook attempt that has begun may still arrive.
   */
  public void reset(Sandbox used) {
    used.queue().close();
    synchronized (byId) {
      Entry entry = byId.get(used.id());
      if (entry != null && entry.sandbox == used) {
        Sandbox fresh = used.atomically(() -> factory.renew(used, entry.seed));
        var renewed = new Entry(entry.seed, fresh, realTime.flowed());
        renewed.key = entry.key;
        byId.put(fresh.id(), renewed);
        if (entry.key != null) {
          byKey.put(entry.key, renewed);
        }
        used.heldBytes().close();
      }
    }
  }
}
