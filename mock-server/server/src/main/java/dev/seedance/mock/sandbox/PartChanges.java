package dev.seedance.mock.sandbox;

/**
 * The changes of one feature of a sandbox.
 *
 * @param changes those of the sandbox
 * @param part the name of the feature
 */
public record PartChanges(Changes changes, String part) {

  /** Keeps no account; for states outside a sandbox. */
  public static final PartChanges NONE = new PartChanges(Changes.NONE, "");

  /** Returns true if there is a store that outlives this server. */
  public boolean isKept() {
    return changes.isKept();
  }

  /** Notes that the only document of the feature has changed. */
  public void mark() {
    mark(Stored.WHOLE);
  }

  /** Notes that a document is new, has changed, or is gone. */
  public void mark(String key) {
    changes.mark(part, key);
  }

  /** Notes that all documents have been replaced. */
  public void replaced() {
    changes.replaced(part);
  }
}
