package dev.seedance.mock.sandbox;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.clock.RealTime;
import dev.seedance.mock.clock.SandboxClock;
import dev.seedance.mock.generation.InMemoryTaskStore;
import dev.seedance.mock.scenario.Scenarios;
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
  private final Map<String, Sandbox> byId;

  Sandboxes(MockOptions options, RealTime realTime) {
    this.options = options;
    this.realTime = realTime;
    this.byId =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Sandbox> eldest) {
            return size() > options.maxSandboxes();
          }
        };
  }

  /** The sandbox of a bearer key, made where there is none. */
  public Sandbox ofKey(String key) {
    byte[] digest = sha256(key);
    String id = HexFormat.of().formatHex(digest, 0, 8);
    synchronized (byId) {
      return byId.computeIfAbsent(
          id, fresh -> create(fresh, ByteBuffer.wrap(digest, 8, 8).getLong()));
    }
  }

  /** A sandbox by its {@linkplain Sandbox#id() id}; empty where none is alive. */
  public Optional<Sandbox> find(String id) {
    synchronized (byId) {
      return Optional.ofNullable(byId.get(id));
    }
  }

  private Sandbox create(String id, long keySeed) {
    Instant start = Objects.requireNonNullElseGet(options.clockStart(), realTime::instant);
    return new Sandbox(
        id,
        keySeed ^ options.seed() * 0x9E3779B97F4A7C15L,
        new SandboxClock(realTime, options.clock(), start),
        new InMemoryTaskStore(options.maxTasks()),
        new Scenarios(options.scenario(), options.maxTasks()));
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
