package dev.seedance.mock.media;

/**
 * The CAVLC code, clause 9.2, of a block in which only the first coefficient, the mean, may differ
 * from zero.
 *
 * <p>The code of a block depends on the number of coefficients of its neighbours. No block here has
 * more than one, so the first column of table 9-5 is enough.
 */
enum Residual {
  LUMA(1, 2, 5, 6),
  CHROMA_MEAN(2, 1, 7, 6);

  private final int emptyBits;
  private final int oneBits;
  private final int tokenCode;
  private final int tokenBits;

  /**
   * @param emptyBits length of the token for no coefficient, whose value is always 1
   * @param oneBits length of the token for a coefficient of 1 or -1, whose value is always 1
   * @param tokenCode token for any other coefficient
   * @param tokenBits length of that token
   */
  Residual(int emptyBits, int oneBits, int tokenCode, int tokenBits) {
    this.emptyBits = emptyBits;
    this.oneBits = oneBits;
    this.tokenCode = tokenCode;
    this.tokenBits = tokenBits;
  }

  void write(BitWriter bits, int level) {
    if (level == 0) {
      bits.bits(1, emptyBits);
      return;
    }
    if (Math.abs(level) == 1) {
      bits.bits(1, oneBits).flag(level < 0);
    } else {
      bits.bits(tokenCode, tokenBits);
      writeLevel(bits, levelCode(level));
    }
    bits.bits(1, 1); // total_zeros: the coefficient is the first
  }

  /** Returns the number of bits that {@link #write} takes. */
  int cost(int level) {
    if (level == 0) {
      return emptyBits;
    }
    if (Math.abs(level) == 1) {
      return oneBits + 2;
    }
    int code = levelCode(level);
    return tokenBits + 1 + (code < 14 ? code + 1 : code < 30 ? 19 : 28);
  }

  /** Returns the code of a level other than 1 and -1, which the token excludes: clause 9.2.2.1. */
  private static int levelCode(int level) {
    return (level > 0 ? 2 * level - 2 : -2 * level - 1) - 2;
  }

  private static void writeLevel(BitWriter bits, int code) {
    if (code < 14) {
      bits.bits(1, code + 1);
    } else if (code < 30) {
      bits.bits(1, 15).bits(code - 14, 4);
    } else {
      bits.bits(1, 16).bits(code - 30, 12);
    }
  }
}
