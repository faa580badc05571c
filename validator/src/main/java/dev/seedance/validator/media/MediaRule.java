package dev.seedance.validator.media;

import java.util.Locale;

/**
 * The rules of the check of files, in the order in which violations of one file are reported.
 *
 * <p>Not among {@link dev.seedance.validator.Rule}, because a request alone can't break them.
 */
public enum MediaRule {
  UNREADABLE,
  TYPE,
  SIZE,
  DIMENSIONS,
  RATIO,
  DURATION,
  FRAME_RATE,
  TOTAL_DURATION;

  private final String id = "media." + name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Returns the id that reports carry, such as {@code media.frame-rate}. */
  public String id() {
    return id;
  }
}
