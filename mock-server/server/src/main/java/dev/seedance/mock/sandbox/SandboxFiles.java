package dev.seedance.mock.sandbox;

import java.util.Collection;

/** The files of one sandbox in its store. Thread-safe. */
public interface SandboxFiles {

  /** Stores a file; blocks until it is safe. */
  void put(String name, byte[] content);

  /**
   * Reads a file; blocks.
   *
   * @throws RuntimeException if it is gone, or the store can't be reached
   */
  byte[] read(String name);

  /** Deletes files soon, when all changes so far are stored. */
  void delete(Collection<String> names);
}
