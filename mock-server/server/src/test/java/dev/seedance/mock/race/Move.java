package dev.seedance.mock.race;

/** The calls that touch the end of a task, of which the threads of a race draw. */
enum Move {
  /** Connects to the stream of events, and leaves it. */
  WATCH,
  /** Changes the webhook settings. */
  SETTINGS,
  /** Advances the clock. */
  ADVANCE,
  /** Ends a task now. */
  FORCE,
  /** Sends an event once more. */
  REDELIVER,
  /** Takes a snapshot, to be restored later. */
  SAVE,
  /** Restores the snapshot that was taken last. */
  RESTORE,
  /** Sets the clock back. */
  SET_BACK,
  /** Resets the sandbox, and submits the same tasks again. */
  RESET
}
