package dev.seedance.mock.sandbox;

import dev.seedance.mock.time.EventQueue;
import dev.seedance.mock.time.SandboxClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one bearer key owns: its clock, its queue of due events, its sequences, and one state of
 * each {@link SandboxFeature}. Sandboxes never see each other.
 *
 * <p>Thread-safe. The key itself is not kept: its id is shown and written instead.
 */
public final class Sandbox {

  private record Part<S>(SandboxFeature<S, ?> feature, S state) {

    static <S> Part<S> of(SandboxFeature<S, ?> feature, Sandbox sandbox, @Nullable Sandbox old) {
      return new Part<>(
          feature,
          old == null ? feature.create(sandbox) : feature.renew(sandbox, old.get(feature.type())));
    }

    Optional<Instant> nextEventAfter(Instant now) {
      return feature.nextEventAfter(state, now);
    }

    Optional<String> notice() {
      return feature.notice(state);
    }

    boolean forgetOldest() {
      return feature.forgetOldest(state);
    }

    boolean giveUpOldest() {
      return feature.giveUpOldest(state);
    }

    void settle() {
      feature.settle(state);
    }

    void close() {
      feature.close(state);
    }
  }

  private final String id;
  private final SandboxClock clock;
  private final EventQueue queue;
  private final Sequences sequences;
  private final HeldBytes heldBytes;
  private final Changes changes;
  private final Map<Class<?>, Part<?>> parts = new LinkedHashMap<>();

  Sandbox(
      String id,
      Sequences sequences,
      SandboxClock clock,
      EventQueue queue,
      HeldBytes heldBytes,
      Changes changes) {
    this.id = id;
    this.sequences = sequences;
    this.heldBytes = heldBytes;
    this.clock = clock;
    this.queue = queue;
    this.changes = changes;
  }

  /**
   * Adds the states of the features. To be called once, before the sandbox is published.
   *
   * @param old the sandbox that this one replaces; null if there is none
   */
  void fill(List<SandboxFeature<?, ?>> features, @Nullable Sandbox old) {
    for (SandboxFeature<?, ?> feature : features) {
      parts.put(feature.type(), Part.of(feature, this, old));
    }
  }

  /** Returns an id for the key that is safe to show: 16 hex digits of its SHA-256. */
  public String id() {
    return id;
  }

  /** Returns the clock. */
  public SandboxClock clock() {
    return clock;
  }

  /** Returns the due events. */
  public EventQueue queue() {
    return queue;
  }

  /** Returns the bytes that the features hold; each counts its own. */
  public HeldBytes heldBytes() {
    return heldBytes;
  }

  /** Returns the changes that the store has not taken yet. */
  public Changes changes() {
    return changes;
  }

  /** Returns the changes of one feature. */
  public PartChanges changesOf(SandboxFeature<?, ?> feature) {
    return new PartChanges(changes, feature.name());
  }

  /**
   * Has each feature forget the oldest that it holds, or give up what callers have set up if there
   * is nothing to forget.
   *
   * @return false if none holds anything
   */
  boolean forgetOldest() {
    return queue.atomically(
        () -> {
          boolean forgot = false;
          for (Part<?> part : parts.values()) {
            forgot |= part.forgetOldest();
          }
          return forgot || parts.values().stream().anyMatch(Part::giveUpOldest);
        });
  }

  /**
   * Returns the state of a feature.
   *
   * @param type the {@linkplain SandboxFeature#type() type} of the state
   */
  public <S> S get(Class<S> type) {
    return type.cast(Objects.requireNonNull(parts.get(type), type::getName).state());
  }

  /**
   * Makes a change of several parts, or one that depends on the time, which nothing interrupts.
   *
   * @param change must not block
   * @return the result of the change
   */
  public <T extends @Nullable Object> T atomically(Supplier<T> change) {
    return queue.atomically(change);
  }

  /** Like {@link #atomically(Supplier)}, for a change without a result. */
  public void atomically(Runnable change) {
    queue.atomically(change);
  }

  /** Reads several parts between two changes; must not change any. */
  public <T> T undisturbed(Supplier<T> reading) {
    return queue.undisturbed(reading);
  }

  /** Returns the time of the next event; empty if there is none. */
  public Optional<Instant> nextEvent() {
    Instant now = clock.instant();
    return Stream.concat(
            queue.nextDue().stream(),
            parts.values().stream().flatMap(part -> part.nextEventAfter(now).stream()))
        .min(Comparator.naturalOrder());
  }

  /** Returns what somebody who reads or advances the clock has to know, a sentence each. */
  List<String> notices() {
    return parts.values().stream().flatMap(part -> part.notice().stream()).toList();
  }

  /** Returns random numbers: the n-th of a sandbox of the same key and seed are always the same. */
  public SplittableRandom nextDraw() {
    return sequences.nextDraw();
  }

  /**
   * Returns random numbers that follow from a name, whenever it is asked for: those of the same
   * name, key and seed are always the same.
   */
  public SplittableRandom drawOf(String name) {
    return sequences.drawOf(name);
  }

  /** Returns the id of the next request: the n-th is always the same. */
  public String nextRequestId() {
    return sequences.nextRequestId();
  }

  /**
   * Makes exact what the store has in advance. To be called before a stop that is planned; {@link
   * Changes#stored()} completes when it is stored.
   */
  public void settle() {
    atomically(() -> parts.values().forEach(Part::settle));
  }

  Sequences sequences() {
    return sequences;
  }

  /** Cancels every event and closes every feature's state. */
  void close() {
    queue.close();
    parts.values().forEach(Part::close);
    heldBytes.close();
  }
}
