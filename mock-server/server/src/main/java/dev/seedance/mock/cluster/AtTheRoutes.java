package dev.seedance.mock.cluster;

import org.jspecify.annotations.Nullable;

/** The requests of one connection to which the routes have not responded. */
final class AtTheRoutes {

  private int number;
  private @Nullable Runnable next;

  void begin() {
    number++;
  }

  /** The routes have responded to the oldest. */
  void end() {
    number--;
    Runnable due = next;
    if (number == 0 && due != null) {
      next = null;
      due.run();
    }
  }

  /** Runs an action when the routes have responded to all, at once if they have. */
  void whenNone(Runnable action) {
    if (number == 0) {
      action.run();
    } else {
      next = action;
    }
  }
}
