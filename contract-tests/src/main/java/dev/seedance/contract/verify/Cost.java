package dev.seedance.contract.verify;

/** The traces that a check leaves at a provider. */
public enum Cost {
  /** Nothing: it only reads, or sends what a right server refuses. */
  FREE("free"),
  /** A file, group or asset, which no documented call deletes. */
  STORES("stores"),
  /** A task, which costs money. */
  TASK("task");

  private final String word;

  Cost(String word) {
    this.word = word;
  }

  /** Returns the word for lists. */
  public String word() {
    return word;
  }

  /** Returns true if the check needs the caller's consent. */
  public boolean needsConsent() {
    return this != FREE;
  }
}
