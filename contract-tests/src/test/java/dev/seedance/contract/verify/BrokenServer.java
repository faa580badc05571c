package dev.seedance.contract.verify;

import java.util.Set;

/**
 * A mock that does one thing wrong.
 *
 * @param name what it does wrong
 * @param calls what goes wrong with calls
 * @param webhooks what goes wrong with webhooks
 * @param caughtBy the checks that are meant to notice; no other may fail
 * @param knocksOn whether others may fail too, because nothing after it can be right
 */
record BrokenServer(
    String name, Breakage calls, Breakage webhooks, Set<String> caughtBy, boolean knocksOn) {

  static BrokenServer calls(String name, Breakage calls, String... caughtBy) {
    return new BrokenServer(name, calls, Breakage.NONE, Set.of(caughtBy), false);
  }

  static BrokenServer webhooks(String name, Breakage webhooks, String... caughtBy) {
    return new BrokenServer(name, Breakage.NONE, webhooks, Set.of(caughtBy), false);
  }

  /** Others may fail too. */
  BrokenServer knockingOn() {
    return new BrokenServer(name, calls, webhooks, caughtBy, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
