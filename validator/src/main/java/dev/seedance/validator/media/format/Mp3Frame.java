package dev.seedance.validator.media.format;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The header of a frame of MPEG audio, layer III.
 *
 * @param version the bits of the version: 3 for MPEG 1, 2 for MPEG 2, 0 for MPEG 2.5
 * @param bytes of the whole frame
 */
record Mp3Frame(int version, int sampleRate, int bytes) {

  /** The bytes of a header. */
  static final int HEADER = 4;

  private static final int MPEG_1 = 3;
  private static final int RESERVED = 1;
  private static final int LAYER_III = 1;
  private static final int SYNC = 0x7FF;
  private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};
  private static final int[] KBITS_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] KBITS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };

  /** Reads the header at a place; {@code null} if there is none. */
  static @Nullable Mp3Frame at(byte[] content, int at) {
    if (content[at] != (byte) 0xFF) {
      return null; // nearly always, so nothing is made of it
    }
    int header = ByteBuffer.wrap(content).getInt(at);
    int version = header >>> 19 & 3;
    int bitRate = header >>> 12 & 15;
    int rate = header >>> 10 & 3;
    if (header >>> 21 != SYNC
        || version == RESERVED
        || (header >>> 17 & 3) != LAYER_III
        || bitRate == 0 // free: the frame does not tell how long it is
        || bitRate == KBITS_1.length
        || rate == SAMPLE_RATES.length) {
      return null;
    }
    int sampleRate = SAMPLE_RATES[rate] >> (version == MPEG_1 ? 0 : version == 2 ? 1 : 2);
    int bits = 1_000 * (version == MPEG_1 ? KBITS_1 : KBITS_2)[bitRate];
    int padding = header >>> 9 & 1;
    return new Mp3Frame(version, sampleRate, samples(version) / 8 * bits / sampleRate + padding);
  }

  /** Returns true if both can be of one stream: bytes that only look like a header rarely are. */
  boolean isOfStream(Mp3Frame other) {
    return version == other.version && sampleRate == other.sampleRate;
  }

  double seconds() {
    return samples(version) / (double) sampleRate;
  }

  private static int samples(int version) {
    return version == MPEG_1 ? 1152 : 576;
  }
}
