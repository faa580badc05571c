package dev.seedance.mock.sandbox;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.clock.Agenda;
import dev.seedance.mock.clock.RealTime;
import dev.seedance.mock.clock.SandboxClock;
import dev.seedance.mock.clock.Wakeups;
import dev.seedance.mock.event.EventStream;
import dev.seedance.mock.generation.InMemoryTaskStore;
import dev.seedance.mock.scenario.Scenarios;
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
 * Thread-safe.
 */
@Singleton
public final class Sandboxes {

  private final MockOptions options;
  private final RealTime realTime;
  private final Wakeups wakeups;
  private final Map<String, Sandbox> byId;

  Sandboxes(MockOptions options, RealTime realTime, Wakeups wakeups) {
    this.options = options;
    this.realTime = realTime;
    this.wakeups = wakeups;
    this.byId =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Sandbox> eldest) {
            boolean full = size() > options.maxSandboxes();
            if (full) {
              close(eldest.getValue());
            }
            return full;
          }
        };
  }

  /** The sandbox of a bearer key, made where there is none. */
  public Sandbox ofKey(String key) {
    byte[] digest = sha256(key);
    String id = HexFormat.of().formatHex(digest, 0, 8);
    synchronized (byId) {
      return byId.computeIfAbsent(id, fresh -> create(fresh, seed(digest), new EventStream()));
    }
  }

  /** A sandbox by its {@linkplain Sandbox#id() id}; empty where none is alive. */
  public Optional<Sandbox> find(String id) {
    synchronized (byId) {
      return Optional.ofNullable(byId.get(id));
    }
  }

  /**
   * Puts a fresh sandbox in the place of one; those who watch its events watch on.
   *
   * <p>What was pending is cancelled. An attempt that is on its way may still arrive.
   */
  public void reset(Sandbox used) {
    used.agenda().close();
    synchronized (byId) {
      byId.replace(used.id(), used, create(used.id(), used.seed(), used.events()));
    }
    used.events().publish("reset", Map::of);
  }

  /** Forgets the sandbox of a key; the next call with it finds a fresh one. */
  public void forget(String key) {
    String id = HexFormat.of().formatHex(sha256(key), 0, 8);
    synchronized (byId) {
      Optional.ofNullable(byId.remove(id)).ifPresent(Sandboxes::close);
    }
  }

  private static void close(Sandbox forgotten) {
    forgotten.agenda().close();
    forgotten.events().close();
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
        events);
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
