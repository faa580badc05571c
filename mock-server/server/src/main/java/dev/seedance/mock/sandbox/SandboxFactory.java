package dev.seedance.mock.sandbox;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandboxes.Identity;
import dev.seedance.mock.time.EventQueue;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.time.SandboxClock;
import dev.seedance.mock.time.TimeRange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates the sandboxes of a server.
 *
 * @param memory the bytes of all of them
 */
record SandboxFactory(
    List<SandboxFeature<?, ?>> features,
    RealTime realTime,
    OptionValues options,
    MemoryBudget memory) {

  /** Returns the name of the sandbox of a bearer key. */
  Identity identify(String key) {
    byte[] digest = sha256(key);
    long seed =
        ByteBuffer.wrap(digest, 8, 8).getLong()
            ^ options.get(MockOptions.SEED) * 0x9E3779B97F4A7C15L;
    return new Identity(HexFormat.of().formatHex(digest, 0, 8), seed);
  }

  /**
   * Creates a sandbox.
   *
   * @param changes keeps account of it
   * @param old the sandbox that it replaces; null if there is none
   */
  Sandbox create(Identity name, Changes changes, @Nullable Sandbox old) {
    Instant start =
        Objects.requireNonNullElseGet(options.get(MockOptions.CLOCK_START), realTime::instant);
    var clock =
        new SandboxClock(realTime, options.get(MockOptions.CLOCK), TimeRange.nearest(start));
    long events =
        (long) options.get(MockOptions.MAX_TASKS) + options.get(MockOptions.MAX_DELIVERIES);
    var clockChanges = new PartChanges(changes, ClockFeature.NAME);
    var queue =
        new EventQueue(
            clock, realTime, (int) Math.min(Integer.MAX_VALUE, events), clockChanges::mark);
    var counters = new PartChanges(changes, SequenceFeature.NAME);
    var sequences = new Sequences(name.id(), name.seed(), counters);
    var sandbox = new Sandbox(name.id(), sequences, clock, queue, new HeldBytes(memory), changes);
    sandbox.fill(features, old);
    return sandbox;
  }

  /** Creates a sandbox in the place of another, whose account it continues. */
  Sandbox renew(Sandbox used, long seed) {
    Sandbox fresh = create(new Identity(used.id(), seed), used.changes(), used);
    fresh.changes().follow(fresh);
    for (SandboxFeature<?, ?> feature : features) {
      if (feature.stored().isPresent()) {
        fresh.changesOf(feature).replaced();
      }
    }
    return fresh;
  }

  /**
   * Checks documents of a store.
   *
   * @return the changes that put them in place
   * @throws IllegalArgumentException if they can't be restored
   */
  List<Runnable> restores(Sandbox sandbox, Map<String, ? extends Map<String, Object>> documents) {
    List<SandboxFeature<?, ?>> ordered = new ArrayList<>(features);
    ordered.sort(Comparator.comparing(SandboxFeature::name)); // as in a snapshot: the clock early
    List<Runnable> restores = new ArrayList<>();
    for (SandboxFeature<?, ?> feature : ordered) {
      Map<String, Object> own = documents.get(feature.name());
      if (own != null) {
        feature.stored().ifPresent(form -> restores.add(form.restore(sandbox, own)));
      }
    }
    return restores;
  }

  /** Marks the documents for which this server has no room: its bounds may be lower. */
  void markDropped(Sandbox opened, Map<String, ? extends Map<String, Object>> documents) {
    for (SandboxFeature<?, ?> feature : features) {
      Map<String, Object> own = documents.get(feature.name());
      if (own != null) {
        Set<String> dropped = new LinkedHashSet<>(own.keySet());
        keys(opened, feature).forEach(dropped::remove);
        dropped.forEach(opened.changesOf(feature)::mark);
      }
    }
  }

  private static <S> List<String> keys(Sandbox sandbox, SandboxFeature<S, ?> feature) {
    S state = sandbox.get(feature.type());
    return feature.stored().map(form -> form.keys(state)).orElse(List.of());
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
