package dev.seedance.contract.verify;

/** What a check leaves behind at a provider. */
public enum Cost {
  /** Nothing: it only looks, or sends what a right server refuses. */
  FREE("free"),
  /** A file, group or asset, which no documented call deletes. */
  STORES("stores"),
  /** A task, which costs money. */
  TASK("task");

  private final String word;

  Cost(String word) {
    this.word = word;
  }

  /** A word for lists. */
  public String word() {
    return word;
  }

  /** Whether it needs the caller's consent. */
  public boolean needsConsent() {
    return this != FREE;
  }
}
