package dev.seedance.mock.revision;

/** The revision that a sandbox is held to. Thread-safe. */
public final class SandboxRevision {

  private volatile Revision present;

  SandboxRevision(Revision present) {
    this.present = present;
  }

  Revision present() {
    return present;
  }

  /** Holds the submits from now on to another revision; each task keeps its own. */
  public void change(Revision other) {
    present = other;
  }
}
