package dev.seedance.mock.sandbox;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.clock.Agenda;
import dev.seedance.mock.clock.RealTime;
import dev.seedance.mock.clock.SandboxClock;
import dev.seedance.mock.clock.Wakeups;
import dev.seedance.mock.event.EventStream;
import dev.seedance.mock.generation.InMemoryTaskStore;
import dev.seedance.mock.scenario.Scenarios;
import dev.seedance.mock.upload.UploadSpace;
import dev.seedance.mock.webhook.Webhooks;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sandboxes of a server, made when their key first calls.
 *
 * <p>Bounded: one more than {@link MockOptions#maxSandboxes()} drops the one that was idle longest.
 * One that was idle for {@link dev.seedance.mock.Bounds#sandboxIdle()} of real time is dropped when
 * any key calls next: nothing ticks. Thread-safe; a call of a known key takes no lock.
 *
 * <p>The keys themselves stay here, in memory, because hashing one takes longer than all else that
 * finds its sandbox.
 */
@Singleton
public final class Sandboxes {

  private final MockOptions options;
  private final RealTime realTime;
  private final Wakeups wakeups;
  private final UploadSpace uploads;

  /** Changed under the lock of {@link #byId} only, as that is; read without. */
  private final Map<String, Kept> byKey = new ConcurrentHashMap<>();

  private final Map<String, Kept> byId = new ConcurrentHashMap<>();

  /** No sandbox has been idle for too long before this. */
  private volatile Instant sweepAfter = Instant.MIN;

  private static final class Kept {
    private final String key;
    private final Sandbox sandbox;
    private volatile Instant usedAt;

    Kept(String key, Sandbox sandbox, Instant usedAt) {
      this.key = key;
      this.sandbox = sandbox;
      this.usedAt = usedAt;
    }
  }

  Sandboxes(MockOptions options, RealTime realTime, Wakeups wakeups, UploadSpace uploads) {
    this.options = options;
    this.realTime = realTime;
    this.wakeups = wakeups;
    this.uploads = uploads;
  }

  /** The sandbox of a bearer key, made where there is none. */
  public Sandbox ofKey(String key) {
    Instant now = realTime.instant();
    dropIdle(now);
    Kept kept = byKey.get(key);
    return kept != null ? used(kept, now) : keep(key, now);
  }

  /** A sandbox by its {@linkplain Sandbox#id() id}; empty where none is alive. */
  public Optional<Sandbox> find(String id) {
    Instant now = realTime.instant();
    dropIdle(now);
    return Optional.ofNullable(byId.get(id)).map(kept -> used(kept, now));
  }

  private static Sandbox used(Kept kept, Instant now) {
    kept.usedAt = now;
    return kept.sandbox;
  }

  private Sandbox keep(String key, Instant now) {
    byte[] digest = sha256(key);
    String id = HexFormat.of().formatHex(digest, 0, 8);
    synchronized (byId) {
      Kept other = byKey.get(key);
      if (other != null) {
        return used(other, now);
      }
      if (byId.size() >= options.maxSandboxes()) {
        drop(Collections.min(byId.values(), Comparator.comparing(kept -> kept.usedAt)));
      }
      Sandbox fresh = create(id, seed(digest), new EventStream());
      put(new Kept(key, fresh, now));
      return fresh;
    }
  }

  private void dropIdle(Instant now) {
    if (!now.isAfter(sweepAfter)) {
      return;
    }
    Duration idle = options.bounds().sandboxIdle();
    synchronized (byId) {
      Instant next = now.plus(idle);
      for (Kept kept : byId.values()) {
        Instant end = kept.usedAt.plus(idle);
        if (end.isBefore(now)) {
          drop(kept);
        } else if (end.isBefore(next)) {
          next = end;
        }
      }
      sweepAfter = next;
    }
  }

  private void put(Kept kept) {
    byKey.put(kept.key, kept);
    byId.put(kept.sandbox.id(), kept);
  }

  private void drop(Kept kept) {
    byKey.remove(kept.key);
    byId.remove(kept.sandbox.id());
    close(kept.sandbox);
  }

  /**
   * Puts a fresh sandbox in the place of one; those who watch its events watch on.
   *
   * <p>What was pending is cancelled. An attempt that is on its way may still arrive.
   */
  public void reset(Sandbox used) {
    used.agenda().close();
    synchronized (byId) {
      Kept kept = byId.get(used.id());
      if (kept != null && kept.sandbox == used) {
        put(new Kept(kept.key, create(used.id(), used.seed(), used.events()), realTime.instant()));
        uploads.clear(used.id());
      }
    }
    used.events().publish("reset", Map::of);
  }

  /** Forgets the sandbox of a key; the next call with it finds a fresh one. */
  public void forget(String key) {
    synchronized (byId) {
      Optional.ofNullable(byKey.get(key)).ifPresent(this::drop);
    }
  }

  private void close(Sandbox forgotten) {
    forgotten.agenda().close();
    forgotten.events().close();
    uploads.clear(forgotten.id());
  }

  private long seed(byte[] digest) {
    return ByteBuffer.wrap(digest, 8, 8).getLong() ^ options.seed() * 0x9E3779B97F4A7C15L;
  }

  private Sandbox create(String id, long seed, EventStream events) {
    Instant start = Objects.requireNonNullElseGet(options.clockStart(), realTime::instant);
    var clock = new SandboxClock(realTime, options.clock(), start);
    return new Sandbox(
        id,
        seed,
        clock,
        new InMemoryTaskStore(options.maxTasks()),
        new Scenarios(options.scenario(), options.bounds().maxScenarios(), options.maxTasks()),
        new Agenda(clock, wakeups, agendaCapacity()),
        new Webhooks(options.maxDeliveries()),
        events,
        options);
  }

  /** Room for every task and every delivery that is kept. */
  private int agendaCapacity() {
    return (int) Math.min(Integer.MAX_VALUE, (long) options.maxTasks() + options.maxDeliveries());
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
