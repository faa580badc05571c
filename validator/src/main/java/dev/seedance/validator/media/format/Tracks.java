package dev.seedance.validator.media.format;

import java.util.ArrayList;
import java.util.List;

/** The tracks of a movie, while it is read. */
final class Tracks {

  /** More tracks than any file has that somebody made on purpose. */
  private static final int MOST = 64;

  private final List<Track> all = new ArrayList<>();
  private long timescale;

  List<Track> all() {
    return all;
  }

  boolean isFull() {
    return all.size() >= MOST;
  }

  void start() {
    all.add(new Track());
  }

  /** Returns the track at hand; boxes of tracks stand in boxes that started one. */
  Track last() {
    return all.get(all.size() - 1);
  }

  /** Returns the ticks a second of lengths in the movie's own time; 0 if the file does not tell. */
  long timescale() {
    return timescale;
  }

  void timescale(long ticks) {
    timescale = ticks;
  }
}
