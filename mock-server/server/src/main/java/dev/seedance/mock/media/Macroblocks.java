package dev.seedance.mock.media;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Codes macroblocks of flat tiles without loss, clauses 7.3.5 and 8.3.
 *
 * <p>A macroblock that repeats the edge of its neighbour takes one byte. Any other is coded tile by
 * tile. Each tile repeats the tile above, the one to the left or their mean, and adds a difference.
 * A decoder gets exactly these tiles, so that the raster is the reconstruction. Not thread-safe.
 */
final class Macroblocks {

  private static final byte VERTICAL = 0;
  private static final byte HORIZONTAL = 1;
  private static final byte MEAN = 2;
  private static final int SIDE = Raster.MACROBLOCK;

  /** Table 9-4: codes of the coded block pattern of intra macroblocks, by pattern. */
  private static final int[] PATTERN_CODES = {
    3, 29, 30, 17, 31, 18, 37, 8, 32, 38, 19, 9, 20, 10, 11, 2,
    16, 33, 34, 21, 35, 22, 39, 4, 36, 40, 23, 5, 24, 6, 7, 1,
    41, 42, 43, 25, 44, 26, 46, 12, 45, 47, 27, 13, 28, 14, 15, 0,
  };

  private final Raster raster;
  private final Palette palette;

  /** The prediction of each tile; the mean if the macroblock was not coded tile by tile. */
  private final byte[] modes;

  private final int[] levels = new int[SIDE * SIDE];

  Macroblocks(Raster raster, Palette palette) {
    this.raster = raster;
    this.palette = palette;
    modes = new byte[raster.columns() * raster.rows()];
    Arrays.fill(modes, MEAN);
  }

  /**
   * Codes one macroblock.
   *
   * @param firstIntraType {@code mb_type} of the first intra macroblock in this kind of slice
   */
  void write(BitWriter bits, int macroblock, int firstIntraType) {
    int column = macroblock % (raster.columns() / SIDE) * SIDE;
    int row = macroblock / (raster.columns() / SIDE) * SIDE;
    Chroma chroma = Chroma.of(raster, palette, column, row);
    if (repeats(column, row, HORIZONTAL)) {
      writeRepeat(bits, firstIntraType, HORIZONTAL, chroma);
    } else if (repeats(column, row, VERTICAL)) {
      writeRepeat(bits, firstIntraType, VERTICAL, chroma);
    } else {
      writeTiles(bits, firstIntraType, column, row, chroma);
    }
  }

  /** Forgets the predictions of a slice: other slices don't build on them. */
  void forget(BitSet macroblocks) {
    macroblocks.stream()
        .forEach(
            macroblock -> {
              int column = macroblock % (raster.columns() / SIDE) * SIDE;
              int row = macroblock / (raster.columns() / SIDE) * SIDE;
              for (int y = row; y < row + SIDE; y++) {
                int first = index(column, y);
                Arrays.fill(modes, first, first + SIDE, MEAN);
              }
            });
  }

  private boolean repeats(int column, int row, byte direction) {
    boolean horizontal = direction == HORIZONTAL;
    if (horizontal ? column == 0 : row == 0) {
      return false;
    }
    for (int y = row; y < row + SIDE; y++) {
      for (int x = column; x < column + SIDE; x++) {
        byte source = horizontal ? raster.get(column - 1, y) : raster.get(x, row - 1);
        if (luma(x, y) != palette.luma(source)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Writes Intra_16x16 without luma coefficients, table 7-11. */
  private static void writeRepeat(BitWriter bits, int firstIntraType, byte mode, Chroma chroma) {
    bits.unsigned(firstIntraType + 1 + mode + 4 * chroma.pattern());
    bits.unsigned(chroma.mode());
    bits.signed(0); // quantiser unchanged
    Residual.LUMA.write(bits, 0);
    chroma.write(bits);
  }

  /** Writes Intra_4x4: sixteen modes, then the differences of the quarters that have any. */
  private void writeTiles(BitWriter bits, int firstIntraType, int column, int row, Chroma chroma) {
    bits.unsigned(firstIntraType);
    int quarters = 0;
    for (int block = 0; block < levels.length; block++) {
      levels[block] = predict(bits, column + blockColumn(block), row + blockRow(block));
      if (levels[block] != 0) {
        quarters |= 1 << (block / 4);
      }
    }
    bits.unsigned(chroma.mode());
    bits.unsigned(PATTERN_CODES[quarters + 16 * chroma.pattern()]);
    if (quarters + chroma.pattern() > 0) {
      bits.signed(0); // quantiser unchanged
    }
    for (int block = 0; block < levels.length; block++) {
      if (((quarters >> (block / 4)) & 1) == 1) {
        Residual.LUMA.write(bits, levels[block]);
      }
    }
    chroma.write(bits);
  }

  /** Writes the cheapest prediction of a tile and returns the difference that is left. */
  private int predict(BitWriter bits, int column, int row) {
    int expected = expectedMode(column, row);
    int best = 0;
    int bestCost = Integer.MAX_VALUE;
    byte bestMode = MEAN;
    for (byte mode = VERTICAL; mode <= MEAN; mode++) {
      if ((mode == VERTICAL && row == 0) || (mode == HORIZONTAL && column == 0)) {
        continue;
      }
      int level = luma(column, row) - prediction(column, row, mode);
      int cost = Residual.LUMA.cost(level) + (mode == expected ? 1 : 4);
      if (cost < bestCost) {
        best = level;
        bestCost = cost;
        bestMode = mode;
      }
    }
    modes[index(column, row)] = bestMode;
    bits.flag(bestMode == expected);
    if (bestMode != expected) {
      bits.bits(bestMode < expected ? bestMode : bestMode - 1, 3);
    }
    return best;
  }

  /** Predicts the mode of a tile, clause 8.3.1.1. */
  private int expectedMode(int column, int row) {
    if (column == 0 || row == 0) {
      return MEAN;
    }
    return Math.min(modes[index(column - 1, row)], modes[index(column, row - 1)]);
  }

  /** Predicts the luma of a tile from flat neighbours, clause 8.3.1.2. */
  private int prediction(int column, int row, byte mode) {
    if (column == 0 && row == 0) {
      return 128;
    }
    if (mode == VERTICAL || column == 0) {
      return luma(column, row - 1);
    }
    if (mode == HORIZONTAL || row == 0) {
      return luma(column - 1, row);
    }
    return (luma(column - 1, row) + luma(column, row - 1) + 1) / 2;
  }

  private int luma(int column, int row) {
    return palette.luma(raster.get(column, row));
  }

  private int index(int column, int row) {
    return row * raster.columns() + column;
  }

  /** Returns the column of a block, figure 6-10: blocks run in a Z, and in a Z of Zs. */
  private static int blockColumn(int block) {
    return (block & 1) + ((block >> 1) & 2);
  }

  private static int blockRow(int block) {
    return ((block >> 1) & 1) + ((block >> 2) & 2);
  }
}
