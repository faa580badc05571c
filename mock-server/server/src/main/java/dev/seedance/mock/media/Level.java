package dev.seedance.mock.media;

import java.util.List;

/**
 * A level of H.264, table A-1: the power that a decoder needs.
 *
 * @param number ten times the level, as in the bitstream
 * @param macroblocks the most macroblocks in a frame
 * @param macroblocksPerSecond the most macroblocks in a second
 */
record Level(int number, int macroblocks, int macroblocksPerSecond) {

  private static final List<Level> LEVELS =
      List.of(
          new Level(30, 1_620, 40_500),
          new Level(31, 3_600, 108_000),
          new Level(32, 5_120, 216_000),
          new Level(40, 8_192, 245_760),
          new Level(42, 8_704, 522_240),
          new Level(50, 22_080, 589_824),
          new Level(51, 36_864, 983_040),
          new Level(52, 36_864, 2_073_600),
          new Level(60, 139_264, 4_177_920));

  /** Returns the lowest level for a size at the frame rate of all our videos. */
  static Level of(FrameSize size) {
    return LEVELS.stream().filter(level -> level.allows(size)).findFirst().orElseThrow();
  }

  private boolean allows(FrameSize size) {
    int longest = Math.max(size.macroblockColumns(), size.macroblockRows());
    return size.macroblocks() <= macroblocks
        && size.macroblocks() * VideoSpec.FRAMES_PER_SECOND <= macroblocksPerSecond
        && longest * longest <= 8 * macroblocks;
  }
}
