package dev.seedance.mock.media;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines and letters it on a raster. */
final class Lettering {

  private Lettering() {}

  /** Returns the width in tiles, without the gap after the last letter. */
  static int width(String text, int scale) {
    return (text.length() * Glyphs.ADVANCE - 1) * scale;
  }

  /** Returns the largest scale up to {@code largest} that needs at most {@code lines}, or 1. */
  static int fit(String text, int width, int lines, int largest) {
    int scale = largest;
    while (scale > 1 && wrap(text, width, scale).size() > lines) {
      scale--;
    }
    return scale;
  }

  /** Breaks text after a space, dash or underscore; if there is none, into equal parts. */
  static List<String> wrap(String text, int width, int scale) {
    int most = Math.max(1, (width + scale) / (Glyphs.ADVANCE * scale));
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > most) {
      int end = lastBreak(rest, most);
      if (end == 0) {
        int parts = (rest.length() + most - 1) / most;
        end = (rest.length() + parts - 1) / parts;
      }
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static int lastBreak(String text, int most) {
    for (int end = most; end > 0; end--) {
      if (" -_".indexOf(text.charAt(end - 1)) >= 0) {
        return end;
      }
    }
    return 0;
  }

  static void draw(Raster raster, String text, int left, int top, int scale, byte colour) {
    draw(raster, text, left, top, scale, colour, Raster.BACKGROUND);
  }

  /** Paints letters and the ground behind them, each tile once. */
  static void draw(
      Raster raster, String text, int left, int top, int scale, byte colour, byte ground) {
    for (int i = 0; i < text.length(); i++) {
      int x = left + i * Glyphs.ADVANCE * scale;
      draw(raster, Glyphs.of(text.charAt(i)), x, top, scale, colour, ground);
    }
  }

  private static void draw(
      Raster raster, Glyphs.Glyph glyph, int left, int top, int scale, byte colour, byte ground) {
    for (int row = 0; row < Glyphs.HEIGHT * scale; row++) {
      for (int column = 0; column < Glyphs.WIDTH * scale; column++) {
        boolean ink = glyph.covers(column, row, scale);
        raster.set(left + column, top + row, ink ? colour : ground);
      }
    }
  }
}
