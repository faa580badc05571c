package dev.seedance.mock.race;

import static dev.seedance.mock.race.Move.ADVANCE;
import static dev.seedance.mock.race.Move.FORCE;
import static dev.seedance.mock.race.Move.REDELIVER;
import static dev.seedance.mock.race.Move.RESET;
import static dev.seedance.mock.race.Move.RESTORE;
import static dev.seedance.mock.race.Move.SAVE;
import static dev.seedance.mock.race.Move.SETTINGS;
import static dev.seedance.mock.race.Move.SET_BACK;
import static dev.seedance.mock.race.Move.WATCH;

import java.util.List;

/**
 * The kinds of races. Outcomes and travels in time exclude each other: a restore may undo an
 * outcome, so that another one is right.
 */
enum Family {
  /** The natural end of tasks, while watchers come and go and settings change. */
  FOLLOWERS(12, List.of(WATCH, WATCH, WATCH, SETTINGS, SETTINGS, ADVANCE, REDELIVER)),
  /** Forced outcomes beside the natural end, on a clock that stands still. */
  OUTCOMES(12, List.of(WATCH, SETTINGS, ADVANCE, FORCE, FORCE, REDELIVER, SAVE)),
  /** Forced outcomes beside the natural end, on a clock that flows. */
  FLOW(0, List.of(WATCH, SETTINGS, FORCE, FORCE, FORCE, REDELIVER)),
  /** Time that goes back. */
  TRAVELS(90, List.of(WATCH, SETTINGS, ADVANCE, ADVANCE, ADVANCE, SAVE, RESTORE, SET_BACK, RESET));

  private final int step;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final List<Move> moves;

  Family(int step, List<Move> moves) {
    this.step = step;
    this.moves = List.copyOf(moves);
  }

  /** Returns the longest advance in seconds; 0 if the clock flows by itself. */
  int step() {
    return step;
  }

  List<Move> moves() {
    return moves;
  }
}
