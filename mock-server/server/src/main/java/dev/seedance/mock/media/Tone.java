package dev.seedance.mock.media;

import java.util.HexFormat;

/**
 * The sound track: AAC-LC, mono, a soft chord for an eighth of each second, then silence.
 *
 * <p>Both frames come from our own encoding of a synthetic signal. The chord's three tones make a
 * whole number of turns in a frame (12, 15 and 18), so one frame, repeated, is a steady sound; the
 * codec's overlapping windows fade it in and out.
 */
final class Tone {

  static final int SAMPLE_RATE = 48_000;

  /** Sound samples in an AAC frame. */
  static final int FRAME = 1024;

  /**
   * Frames before the sound begins: a decoder needs one to overlap the first with, so the first one
   * is cut off by the edit list.
   */
  static final int PRIMING_FRAMES = 1;

  /** AudioSpecificConfig, ISO/IEC 14496-3 clause 1.6.2.1: object type 2, 48 kHz, one channel. */
  static final int CONFIGURATION = 0x1188;

  private static final int CHORD_FRAMES = 6;

  private static final byte[] SILENCE = HexFormat.of().parseHex("01182007");
  private static final byte[] CHORD =
      HexFormat.of()
          .parseHex(
              "00ec2808b654335eff3fdffe3db9fbd7ebff9fe301f2852e9cc6e6a33edf6c307aa747af5b9b7b"
                  + "4242424242424278");

  private Tone() {}

  /** The number of frames that begin before the end of a second, counted from the start. */
  static int framesUntil(int seconds) {
    return PRIMING_FRAMES + (seconds * SAMPLE_RATE + FRAME - 1) / FRAME;
  }

  /** The frames of one second; the first second has the priming as well. */
  static int framesIn(int second) {
    return framesUntil(second + 1) - first(second);
  }

  static byte[] frame(int second, int indexInSecond) {
    int audible = indexInSecond - (second == 0 ? PRIMING_FRAMES : 0);
    return audible >= 0 && audible < CHORD_FRAMES ? CHORD : SILENCE;
  }

  private static int first(int second) {
    return second == 0 ? 0 : framesUntil(second);
  }
}
