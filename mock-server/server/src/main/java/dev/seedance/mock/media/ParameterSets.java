package dev.seedance.mock.media;

/**
 * Writes the sequence and the picture parameter set, which a decoder reads before the first
 * picture: clauses 7.3.2.1 and 7.3.2.2.
 */
final class ParameterSets {

  /**
   * Main profile. With the constraint flags a Baseline decoder plays it too: no bidirectional
   * pictures, no CABAC, no slice groups.
   */
  static final int PROFILE = 77;

  static final int CONSTRAINTS = 0xC0;

  /** Bits of {@code frame_num}: more than a group of pictures needs. */
  static final int FRAME_NUMBER_BITS = 8;

  /** At this quantiser one step of a lone coefficient is one step of brightness. */
  private static final int QUANTISER = 16;

  private static final int BT_709 = 1;

  private ParameterSets() {}

  static byte[] sequence(FrameSize size) {
    BitWriter bits = new BitWriter();
    bits.bits(PROFILE, 8).bits(CONSTRAINTS, 8).bits(Level.of(size).number(), 8);
    bits.unsigned(0); // seq_parameter_set_id
    bits.unsigned(FRAME_NUMBER_BITS - 4);
    bits.unsigned(2); // pic_order_cnt_type: shown in the order of decoding
    bits.unsigned(1).flag(false); // one reference frame, no gaps
    bits.unsigned(size.macroblockColumns() - 1).unsigned(size.macroblockRows() - 1);
    bits.flag(true).flag(true); // frames only, direct_8x8_inference
    crop(bits, size);
    describe(bits);
    return bits.nalUnit(0x67);
  }

  static byte[] picture() {
    BitWriter bits = new BitWriter();
    bits.unsigned(0).unsigned(0); // both ids
    bits.flag(false).flag(false); // CAVLC, no picture order in slices
    bits.unsigned(0); // one slice group
    bits.unsigned(0).unsigned(0); // one reference in either list
    bits.flag(false).bits(0, 2); // no weighted prediction
    bits.signed(QUANTISER - 26).signed(0).signed(0);
    bits.flag(true); // slices may switch the deblocking filter off
    bits.flag(false).flag(false); // intra may use inter neighbours, no redundant pictures
    return bits.nalUnit(0x68);
  }

  /** Cuts the pixels of the last macroblocks outside the frame, in steps of two. */
  private static void crop(BitWriter bits, FrameSize size) {
    int right = size.macroblockColumns() * 16 - size.width();
    int bottom = size.macroblockRows() * 16 - size.height();
    boolean cropped = right > 0 || bottom > 0;
    bits.flag(cropped);
    if (cropped) {
      bits.unsigned(0).unsigned(right / 2).unsigned(0).unsigned(bottom / 2);
    }
  }

  /** Writes video usability information, annex E. */
  private static void describe(BitWriter bits) {
    bits.flag(true);
    bits.flag(true).bits(1, 8); // square pixels
    bits.flag(false); // overscan unspecified
    bits.flag(true).bits(5, 3).flag(false); // unspecified format, limited range
    bits.flag(true).bits(BT_709, 8).bits(BT_709, 8).bits(BT_709, 8);
    bits.flag(false); // chroma location as usual
    bits.flag(true).bits(1, 32).bits(2 * VideoSpec.FRAMES_PER_SECOND, 32).flag(true);
    bits.flag(false).flag(false).flag(false); // no HRD, no picture structure
    bits.flag(true).flag(true); // restrictions follow; vectors may point outside
    bits.unsigned(0).unsigned(0).unsigned(16).unsigned(16);
    bits.unsigned(0).unsigned(1); // nothing is reordered, one frame is buffered
  }
}
