package dev.seedance.contract.verify;

import java.util.Set;

/**
 * A mock that does one thing wrong.
 *
 * @param name the fault in words
 * @param calls the fault in calls
 * @param webhooks the fault in webhooks
 * @param caughtBy the checks that are meant to notice; no other may fail
 * @param knocksOn true if others may fail too, because nothing after the fault can be right
 */
record BrokenServer(
    String name, Breakage calls, Breakage webhooks, Set<String> caughtBy, boolean knocksOn) {

  static BrokenServer calls(String name, Breakage calls, String... caughtBy) {
    return new BrokenServer(name, calls, Breakage.NONE, Set.of(caughtBy), false);
  }

  static BrokenServer webhooks(String name, Breakage webhooks, String... caughtBy) {
    return new BrokenServer(name, Breakage.NONE, webhooks, Set.of(caughtBy), false);
  }

  /** Allows other checks to fail too. */
  BrokenServer knockingOn() {
    return new BrokenServer(name, calls, webhooks, caughtBy, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
