package dev.seedance.mock.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.sandbox.Sandbox;

/** What one feature puts into the snapshot of a sandbox. A singleton of each feature with state. */
public interface SnapshotPart {

  /** The part's member of the document, in snake case; unique among the parts. */
  String name();

  /** What the feature keeps of the sandbox. Secrets may be part of it. */
  JsonNode save(Sandbox sandbox);

  /**
   * Reads what {@link #save} wrote and checks all of it, without a change to the sandbox.
   *
   * @return puts the state in the place of the sandbox's own; can't fail
   * @throws IllegalArgumentException where the state can't be read; the message says what is wrong
   *     and where
   */
  Runnable restore(Sandbox sandbox, JsonNode state);
}
