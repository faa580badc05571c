package dev.seedance.mock.media;

/**
 * The prediction of a macroblock's colour from its neighbours, clause 8.3.4. All its pixels have
 * one colour.
 *
 * @param mode {@code intra_chroma_pred_mode}
 * @param cb difference from the predicted blue difference
 * @param cr difference from the predicted red difference
 */
record Chroma(int mode, int cb, int cr) {

  private static final int MEAN = 0;
  private static final int HORIZONTAL = 1;
  private static final int VERTICAL = 2;
  private static final int NEUTRAL = 128;

  static Chroma of(Raster raster, Palette palette, int column, int row) {
    byte colour = raster.get(column, row);
    if (column == 0 && row == 0) {
      return new Chroma(MEAN, palette.cb(colour) - NEUTRAL, palette.cr(colour) - NEUTRAL);
    }
    byte left = raster.get(Math.max(0, column - 1), column == 0 ? row - 1 : row);
    byte above = raster.get(row == 0 ? column - 1 : column, Math.max(0, row - 1));
    Chroma horizontal = from(palette, left, colour, HORIZONTAL);
    Chroma vertical = from(palette, above, colour, VERTICAL);
    if (horizontal.cb == vertical.cb && horizontal.cr == vertical.cr) {
      return new Chroma(MEAN, horizontal.cb, horizontal.cr);
    }
    return vertical.pattern() == 0 ? vertical : horizontal;
  }

  private static Chroma from(Palette palette, byte neighbour, byte colour, int mode) {
    return new Chroma(
        mode,
        palette.cb(colour) - palette.cb(neighbour),
        palette.cr(colour) - palette.cr(neighbour));
  }

  /** Returns the chroma part of the coded block pattern: 1 if the means follow. */
  int pattern() {
    return cb == 0 && cr == 0 ? 0 : 1;
  }

  void write(BitWriter bits) {
    if (pattern() == 1) {
      // The means pass through one more transform, clause 8.5.11, which halves a lone coefficient.
      Residual.CHROMA_MEAN.write(bits, 2 * cb);
      Residual.CHROMA_MEAN.write(bits, 2 * cr);
    }
  }
}
