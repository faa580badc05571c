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
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The sandboxes of a server, made when their key first calls.
 *
 * <p>Bounded: one more than {@link MockOptions#maxSandboxes()} drops the one that was idle longest.
 * One that was idle for {@link dev.seedance.mock.Bounds#sandboxIdle()} of real time is dropped when
 * any key calls next: nothing ticks. Thread-safe.
 */
@Singleton
public final class Sandboxes {

  private final MockOptions options;
  private final RealTime realTime;
  private final Wakeups wakeups;
  private final UploadSpace uploads;

  /** The sandboxes, the one that was idle longest first. */
  private final Map<String, Kept> byId = new LinkedHashMap<>(16, 0.75f, true);

  private record Kept(Sandbox sandbox, Instant usedAt) {}

  Sandboxes(MockOptions options, RealTime realTime, Wakeups wakeups, UploadSpace uploads) {
    this.options = options;
    this.realTime = realTime;
    this.wakeups = wakeups;
    this.uploads = uploads;
  }

  /** The sandbox of a bearer key, made where there is none. */
  public Sandbox ofKey(String key) {
    byte[] digest = sha256(key);
    String id = HexFormat.of().formatHex(digest, 0, 8);
    synchronized (byId) {
      return find(id).orElseGet(() -> add(create(id, seed(digest), new EventStream())));
    }
  }

  /** A sandbox by its {@linkplain Sandbox#id() id}; empty where none is alive. */
  public Optional<Sandbox> find(String id) {
    synchronized (byId) {
      Instant now = realTime.instant();
      dropIdle(now);
      return Optional.ofNullable(
              byId.computeIfPresent(id, (same, kept) -> new Kept(kept.sandbox(), now)))
          .map(Kept::sandbox);
    }
  }

  private Sandbox add(Sandbox fresh) {
    byId.put(fresh.id(), new Kept(fresh, realTime.instant()));
    if (byId.size() > options.maxSandboxes()) {
      dropLongestIdle();
    }
    return fresh;
  }

  private void dropIdle(Instant now) {
    Instant deadline = now.minus(options.bounds().sandboxIdle());
    while (!byId.isEmpty() && byId.values().iterator().next().usedAt().isBefore(deadline)) {
      dropLongestIdle();
    }
  }

  private void dropLongestIdle() {
    var longestIdle = byId.values().iterator();
    Kept dropped = longestIdle.next();
    longestIdle.remove();
    close(dropped.sandbox());
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
      if (kept != null && kept.sandbox() == used) {
        Sandbox fresh = create(used.id(), used.seed(), used.events());
        byId.put(used.id(), new Kept(fresh, realTime.instant()));
        uploads.clear(used.id());
      }
    }
    used.events().publish("reset", Map::of);
  }

  /** Forgets the sandbox of a key; the next call with it finds a fresh one. */
  public void forget(String key) {
    String id = HexFormat.of().formatHex(sha256(key), 0, 8);
    synchronized (byId) {
      Optional.ofNullable(byId.remove(id)).map(Kept::sandbox).ifPresent(this::close);
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
        new Scenarios(options.scenario(), options.maxTasks()),
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
