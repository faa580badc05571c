package dev.seedance.mock.media;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Encodes one second of a video: a picture that needs no other (IDR), then pictures with only the
 * macroblocks that changed.
 *
 * <p>Any second can be encoded without those before it.
 */
final class GroupOfPictures {

  private static final int IDR_SLICE = 0x65;
  private static final int SLICE = 0x41;
  private static final int ALL_I = 7;
  private static final int ALL_P = 5;

  /** Types 0 to 4 of a P slice's macroblocks are inter types, table 7-13. */
  private static final int FIRST_INTRA_IN_P = 5;

  private final Scene scene;
  private final Raster raster;
  private final Macroblocks macroblocks;
  private final int macroblockCount;
  private final int second;

  private GroupOfPictures(VideoSpec spec, int second) {
    this.second = second;
    scene = new Scene(spec);
    raster = scene.still();
    macroblocks = new Macroblocks(raster, Palette.of(spec.title()));
    macroblockCount = spec.size().macroblocks();
  }

  /** Encodes a second as samples, one a frame: a NAL unit with its length before it. */
  static List<byte[]> encode(VideoSpec spec, int second) {
    GroupOfPictures group = new GroupOfPictures(spec, second);
    return IntStream.range(0, VideoSpec.FRAMES_PER_SECOND).mapToObj(group::encode).toList();
  }

  private byte[] encode(int frame) {
    int frameOfVideo = second * VideoSpec.FRAMES_PER_SECOND + frame;
    BitWriter bits = new BitWriter();
    BitSet changed = raster.changed();
    if (frame == 0) {
      scene.paint(raster, frameOfVideo);
      writeHeader(bits, ALL_I, frame);
      changed.stream().forEach(macroblock -> macroblocks.write(bits, macroblock, 0));
    } else {
      scene.advance(raster, frameOfVideo);
      writeHeader(bits, ALL_P, frame);
      writeChanged(bits, changed);
    }
    macroblocks.forget(changed);
    raster.keep();
    byte[] unit = bits.nalUnit(frame == 0 ? IDR_SLICE : SLICE);
    return ByteBuffer.allocate(4 + unit.length).putInt(unit.length).put(unit).array();
  }

  /** Writes a slice header, clause 7.3.3. */
  private void writeHeader(BitWriter bits, int type, int frame) {
    bits.unsigned(0).unsigned(type).unsigned(0); // from the first macroblock on, parameter set 0
    bits.bits(frame, ParameterSets.FRAME_NUMBER_BITS);
    if (type == ALL_I) {
      bits.unsigned(second % 2); // idr_pic_id: neighbours must differ
      bits.flag(false).flag(false); // show earlier pictures, no long-term reference
    } else {
      bits.flag(false).flag(false); // default references in default order
      bits.flag(false); // the oldest reference makes room
    }
    bits.signed(0); // quantiser of the parameter set
    bits.unsigned(1); // deblocking off
  }

  private void writeChanged(BitWriter bits, BitSet changed) {
    int next = 0;
    for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
      bits.unsigned(i - next); // mb_skip_run
      macroblocks.write(bits, i, FIRST_INTRA_IN_P);
      next = i + 1;
    }
    if (next < macroblockCount) {
      bits.unsigned(macroblockCount - next);
    }
  }
}
