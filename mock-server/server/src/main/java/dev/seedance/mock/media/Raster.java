package dev.seedance.mock.media;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A picture of flat tiles, four pixels square, each with the number of a colour.
 *
 * <p>A raster consists of whole macroblocks, so it may reach up to 15 pixels over the frame's right
 * and bottom edge. It records the macroblocks that have changed since {@link #keep()}; a new raster
 * has changed everywhere.
 */
final class Raster {

  /** Side of a tile in pixels; the block size of H.264's smallest prediction. */
  static final int TILE = 4;

  /** Tiles along the side of a macroblock. */
  static final int MACROBLOCK = 4;

  /** Stands for the background, whose colour depends on the row. */
  static final byte BACKGROUND = -1;

  private final int columns;
  private final int rows;
  private final byte[] tiles;
  private final BitSet changed = new BitSet();

  Raster(FrameSize size) {
    columns = size.macroblockColumns() * MACROBLOCK;
    rows = size.macroblockRows() * MACROBLOCK;
    tiles = new byte[columns * rows];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(tiles, row * columns, (row + 1) * columns, background(row));
    }
    changed.set(0, size.macroblocks());
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  byte get(int column, int row) {
    return tiles[row * columns + column];
  }

  void set(int column, int row, byte colour) {
    int tile = row * columns + column;
    byte resolved = colour == BACKGROUND ? background(row) : colour;
    if (tiles[tile] != resolved) {
      tiles[tile] = resolved;
      changed.set(row / MACROBLOCK * (columns / MACROBLOCK) + column / MACROBLOCK);
    }
  }

  void fill(int left, int top, int width, int height, byte colour) {
    for (int row = top; row < top + height; row++) {
      for (int column = left; column < left + width; column++) {
        set(column, row, colour);
      }
    }
  }

  /** Returns the changed macroblocks, numbered by row: a view, which {@link #keep()} empties. */
  BitSet changed() {
    return changed;
  }

  /** Forgets the changes: the next picture is compared with this one. */
  void keep() {
    changed.clear();
  }

  private byte background(int row) {
    return (byte) (row * Palette.BACKGROUNDS / rows);
  }
}
