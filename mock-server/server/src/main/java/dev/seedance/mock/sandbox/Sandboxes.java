package dev.seedance.mock.sandbox;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.time.EventQueue;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.time.SandboxClock;
import dev.seedance.mock.time.TimeRange;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sandboxes of a server, created when their key first calls.
 *
 * <p>Bounded: one sandbox more than {@link MockOptions#MAX_SANDBOXES} drops the one that was idle
 * longest. A sandbox that was idle for {@link MockOptions#SANDBOX_IDLE} of real time is dropped at
 * the next call of any key: nothing ticks. Thread-safe; a call of a known key takes no lock.
 *
 * <p>The keys stay in memory, because hashing a key takes longer than finding its sandbox.
 */
@Singleton
public final class Sandboxes {

  private final List<SandboxFeature<?, ?>> features;
  private final RealTime realTime;
  private final OptionValues options;
  private final MemoryBudget memory;

  /** Like {@link #byId}, changed only under the lock of that map and read without a lock. */
  private final Map<String, Entry> byKey = new ConcurrentHashMap<>();

  private final Map<String, Entry> byId = new ConcurrentHashMap<>();

  /** Until then, in the flow of real time, no sandbox has been idle for too long. */
  private volatile Duration sweepAfter = Duration.ZERO;

  private static final class Entry {
    private final String key;
    private final long seed;
    private final Sandbox sandbox;
    private volatile Duration usedAt;

    Entry(String key, long seed, Sandbox sandbox, Duration usedAt) {
      this.key = key;
      this.seed = seed;
      this.sandbox = sandbox;
      this.usedAt = usedAt;
    }
  }

  Sandboxes(List<SandboxFeature<?, ?>> features, RealTime realTime, OptionValues options) {
    this.features = features;
    this.realTime = realTime;
    this.options = options;
    this.memory = new MemoryBudget(options.get(MockOptions.MAX_MEMORY));
  }

  /** Returns the sandbox of a bearer key, created if there is none. */
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
    byte[] digest = sha256(key);
    String id = HexFormat.of().formatHex(digest, 0, 8);
    synchronized (byId) {
      Entry other = byKey.get(key);
      if (other != null) {
        return used(other, now);
      }
      if (byId.size() >= options.get(MockOptions.MAX_SANDBOXES)) {
        drop(Collections.min(byId.values(), Comparator.comparing(entry -> entry.usedAt)));
      }
      long seed =
          ByteBuffer.wrap(digest, 8, 8).getLong()
              ^ options.get(MockOptions.SEED) * 0x9E3779B97F4A7C15L;
      Sandbox fresh = create(id, seed, null);
      put(new Entry(key, seed, fresh, now));
      return fresh;
    }
  }

  private void dropIdle(Duration now) {
    if (now.compareTo(sweepAfter) <= 0) {
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

  /** Drops every sandbox: ends the streams of its events, and cancels what is due. */
  public void close() {
    synchronized (byId) {
      List.copyOf(byId.values()).forEach(this::drop);
    }
  }

  private void put(Entry entry) {
    byKey.put(entry.key, entry);
    byId.put(entry.sandbox.id(), entry);
  }

  private void drop(Entry entry) {
    byKey.remove(entry.key);
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
        Sandbox fresh = create(used.id(), entry.seed, used);
        put(new Entry(entry.key, entry.seed, fresh, realTime.flowed()));
        used.heldBytes().close();
      }
    }
  }

  private Sandbox create(String id, long seed, @Nullable Sandbox old) {
    Instant start =
        Objects.requireNonNullElseGet(options.get(MockOptions.CLOCK_START), realTime::instant);
    var clock =
        new SandboxClock(realTime, options.get(MockOptions.CLOCK), TimeRange.nearest(start));
    long events =
        (long) options.get(MockOptions.MAX_TASKS) + options.get(MockOptions.MAX_DELIVERIES);
    var queue = new EventQueue(clock, realTime, (int) Math.min(Integer.MAX_VALUE, events));
    var sandbox =
        new Sandbox(id, new Sequences(id, seed), clock, queue, new HeldBytes(memory), Changes.NONE);
    sandbox.fill(features, old);
    return sandbox;
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
