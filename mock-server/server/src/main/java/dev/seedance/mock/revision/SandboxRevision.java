package dev.seedance.mock.revision;

import dev.seedance.mock.sandbox.PartChanges;

/** The revision that a sandbox is held to. Thread-safe. */
public final class SandboxRevision {

  private final PartChanges changes;
  private volatile Revision present;

  SandboxRevision(Revision present, PartChanges changes) {
    this.present = present;
    this.changes = changes;
  }

  Revision present() {
    return present;
  }

  /** Holds the submits from now on to another revision; each task keeps its own. */
  public void change(Revision other) {
    present = other;
    changes.mark();
  }
}
