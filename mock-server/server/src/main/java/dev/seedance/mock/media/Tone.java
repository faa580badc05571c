package dev.seedance.mock.media;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sound track: AAC-LC, mono, a soft chord for an eighth of each second, then silence.
 *
 * <p>Both frames were encoded for this project from a synthetic signal. The chord's three tones
 * make a whole number of turns in a frame (12, 15 and 18), so that one frame, repeated, is a steady
 * sound. The codec's overlapping windows fade it in and out.
 */
final class Tone {

  static final int SAMPLE_RATE = 48_000;

  /** Sound samples in an AAC frame. */
  static final int FRAME = 1024;

  /**
   * Frames before the sound begins. A decoder overlaps the first frame of sound with this one,
   * which the edit list then cuts off.
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

  /** Returns the frames of one second; the first second has the priming as well. */
  static List<byte[]> frames(int second) {
    int priming = second == 0 ? PRIMING_FRAMES : 0;
    int count = priming + begun(second + 1) - begun(second);
    return IntStream.range(0, count)
        .mapToObj(i -> i >= priming && i < priming + CHORD_FRAMES ? CHORD : SILENCE)
        .toList();
  }

  /** Returns the number of audible frames that begin before the end of a number of seconds. */
  private static int begun(int seconds) {
    return (seconds * SAMPLE_RATE + FRAME - 1) / FRAME;
  }
}
