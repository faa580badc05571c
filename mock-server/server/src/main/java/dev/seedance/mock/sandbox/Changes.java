package dev.seedance.mock.sandbox;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The changes of one sandbox that its store has not taken yet. Thread-safe.
 *
 * <p>A state marks a document after it has changed it. What is marked in one {@linkplain
 * Sandbox#atomically atomic change} is stored in one piece.
 */
public interface Changes {

  /** Keeps no account, because there is no store: all is stored at once. */
  Changes NONE = new NoChanges();

  /** Returns true if there is a store that outlives this server. */
  boolean isKept();

  /**
   * Begins to keep account of a sandbox, or of the one that takes its place; what was marked before
   * the first is forgotten, because it came from the store.
   */
  void follow(Sandbox sandbox);

  /**
   * Notes that a document is new, has changed, or is gone.
   *
   * @param part the name of the feature
   * @param key of the document among those of the feature
   */
  void mark(String part, String key);

  /**
   * Notes that all documents of a feature have been replaced.
   *
   * @param part the name of the feature
   */
  void replaced(String part);

  /**
   * Waits for the store, if there is one.
   *
   * @return completes when every change so far is stored, at once if it is; fails if the store
   *     can't be reached in time, or the sandbox has moved to another server
   */
  CompletableFuture<Void> stored();

  /**
   * Waits for the right to act in the name of the sandbox outside of it.
   *
   * @return like {@link #stored()}; fails also if the lease of this server is about to end
   */
  CompletableFuture<Void> cleared();

  /** Ends the account: what is not stored by now is never acknowledged. */
  void end();

  /** Returns the files that the store keeps beside the documents. */
  SandboxFiles files();

  /** Returns the now of the store, by which every server that shares it tells the time. */
  Instant now();
}
