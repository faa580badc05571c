package dev.seedance.contract.verify.checks;

import dev.seedance.contract.verify.exchange.Call;

/**
 * Files that a response has named. Their URLs are called without a key: they may be on any host.
 */
final class Downloads {

  private static final int ENOUGH = 64 << 10;

  private Downloads() {}

  /** Returns the call for the begin of a file; a server without ranges gives the whole. */
  static Call of(String url) {
    return Call.get("", url).header("Range", "bytes=0-" + (ENOUGH - 1));
  }
}
