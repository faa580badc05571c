package dev.seedance.client;

/** The owner of tasks and business ids: a key at a server. */
record Account(String server, String key) {

  /** Never shows the key. */
  @Override
  public String toString() {
    return "an account at " + server;
  }
}
