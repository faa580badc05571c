package dev.seedance.mock.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feature with a state in every sandbox. Each feature is one bean; {@link Sandbox#get} finds the
 * state by its type.
 *
 * <p>The snapshot of a sandbox is made of the documents of its features.
 *
 * @param <S> the state: one object a sandbox, thread-safe
 * @param <D> the document: a record that checks itself and that {@code StrictJson} reads and
 *     writes, or an array of such records, which is written one after the other; {@link Void} if
 *     the feature leaves nothing in a snapshot
 */
public abstract class SandboxFeature<S, D> {

  private final String name;
  private final Class<S> type;
  private final Class<D> documentType;

  /**
   * Names a feature.
   *
   * @param name of the document in a snapshot, in snake case; unique among the features
   * @param type of the state, by which {@link Sandbox#get} finds it
   * @param documentType of the document
   */
  protected SandboxFeature(String name, Class<S> type, Class<D> documentType) {
    this.name = name;
    this.type = type;
    this.documentType = documentType;
  }

  /** Returns the name of the document in a snapshot. */
  public final String name() {
    return name;
  }

  /** Returns the type of the state. */
  public final Class<S> type() {
    return type;
  }

  /** Returns the type of the document. */
  public final Class<D> documentType() {
    return documentType;
  }

  /** Creates the state of a new sandbox. */
  protected abstract S create(Sandbox sandbox);

  /**
   * Creates the state of a sandbox that takes the place of another one with the same key. Default:
   * closes the old state and creates a new one.
   *
   * @param fresh the new sandbox
   * @param old the state of the old one
   */
  protected S renew(Sandbox fresh, S old) {
    close(old);
    return create(fresh);
  }

  /**
   * Returns the document of a state; secrets may be part of it.
   *
   * @return null if the document is {@link Void}
   */
  public abstract @Nullable D save(S state);

  /**
   * Checks a document without a change to the sandbox.
   *
   * @return puts the document in the place of the present state, and can't fail
   * @throws IllegalArgumentException if the document can't be restored; the message says why
   */
  public abstract Runnable restore(Sandbox sandbox, D document);

  /**
   * Returns the form in which a store keeps the state. Default: the document of the snapshot as a
   * whole; nothing if there is none.
   */
  public Optional<Stored<S>> stored() {
    return documentType == Void.class ? Optional.empty() : Optional.of(Stored.whole(this));
  }

  /**
   * Forgets the oldest of what a state counts in {@link Sandbox#heldBytes()}. Default: nothing.
   *
   * @return false if there is nothing left to forget
   */
  protected boolean forgetOldest(S state) {
    return false;
  }

  /**
   * Gives up the oldest of what a caller has set up for later, and what {@link Sandbox#heldBytes()}
   * counts. Asked when no feature can {@linkplain #forgetOldest forget} any more. Default: nothing.
   *
   * @return false if there is nothing left to give up
   */
  protected boolean giveUpOldest(S state) {
    return false;
  }

  /**
   * Makes exact what the store has in advance, such as the end of a block of numbers, before a stop
   * that is planned. Default: nothing.
   */
  protected void settle(S state) {}

  /**
   * Releases the resources of a state, which stays readable: the store may still take it. Default:
   * nothing.
   */
  protected void close(S state) {}

  /**
   * Returns what somebody who reads or advances the clock has to know, in one sentence. Default:
   * nothing.
   */
  protected Optional<String> notice(S state) {
    return Optional.empty();
  }

  /**
   * Returns the time of the state's next event that is not in the sandbox's queue. Default: none.
   */
  protected Optional<Instant> nextEventAfter(S state, Instant now) {
    return Optional.empty();
  }
}
