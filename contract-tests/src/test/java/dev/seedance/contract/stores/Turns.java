package dev.seedance.contract.stores;

import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests to the servers of a site in turn, but for one that is away. */
final class Turns {

  private static final int NOBODY = -1;

  private final AtomicInteger turn = new AtomicInteger();
  private volatile int away = NOBODY;

  int next(Site site) {
    int index = Math.floorMod(turn.getAndIncrement(), site.size());
    return index == away ? Math.floorMod(turn.getAndIncrement(), site.size()) : index;
  }

  void leave(int index) {
    away = index;
  }

  void join() {
    away = NOBODY;
  }
}
