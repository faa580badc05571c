package dev.seedance.mock.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The mock's own bitmap font, drawn in {@code font.txt} beside this class: letters five dots wide
 * and seven high, and a row for descenders.
 *
 * <p>A character that is not in the font is drawn as an empty box.
 */
final class Glyphs {

  static final int WIDTH = 5;
  static final int HEIGHT = 8;

  /** Height of digits and capitals, which have no descender. */
  static final int CAP_HEIGHT = 7;

  /** Dots from one letter to the next. */
  static final int ADVANCE = WIDTH + 1;

  /** Dots from one line to the next. */
  static final int LEADING = HEIGHT + 2;

  private static final Glyph SPACE = new Glyph(Collections.nCopies(HEIGHT, "....."), 0);
  private static final Glyph UNKNOWN =
      new Glyph(List.of("#####", "#...#", "#...#", "#...#", "#...#", "#...#", "#####", "....."), 0);
  private static final Map<Character, Glyph> BY_CHARACTER = load();

  private Glyphs() {}

  static Glyph of(char character) {
    return character == ' ' ? SPACE : BY_CHARACTER.getOrDefault(character, UNKNOWN);
  }

  private static Map<Character, Glyph> load() {
    URL font = Objects.requireNonNull(Glyphs.class.getResource("font.txt"), "font.txt");
    try (InputStream in = font.openStream()) {
      return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + font, e);
    }
  }

  private static Map<Character, Glyph> parse(List<String> art) {
    Map<Character, Glyph> glyphs = new HashMap<>();
    for (int band = 0; band < art.size(); band += HEIGHT + 1) {
      String names = art.get(band);
      List<String> rows = art.subList(band + 1, band + 1 + HEIGHT);
      for (int column = 0; column < names.length(); column += ADVANCE) {
        glyphs.put(names.charAt(column), new Glyph(rows, column));
      }
    }
    return Map.copyOf(glyphs);
  }

  /** The dots of one letter. */
  static final class Glyph {

    private final boolean[] dots = new boolean[HEIGHT * WIDTH];

    private Glyph(List<String> rows, int left) {
      for (int i = 0; i < dots.length; i++) {
        dots[i] = rows.get(i / WIDTH).charAt(left + i % WIDTH) == '#';
      }
    }

    private boolean dot(int x, int y) {
      return x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT && dots[y * WIDTH + x];
    }

    /**
     * Tells if the letter, enlarged {@code scale} times, covers the point ({@code x}, {@code y}).
     *
     * <p>Corners are rounded as in Scale2x: if two neighbours that meet at a corner have the same
     * colour, and the two opposite ones another, then the corner takes the colour of the two.
     */
    boolean covers(int x, int y, int scale) {
      int column = x / scale;
      int row = y / scale;
      int withinX = x % scale;
      int withinY = y % scale;
      int fromCorner =
          Math.min(withinX, scale - 1 - withinX) + Math.min(withinY, scale - 1 - withinY);
      if (2 * fromCorner >= scale - 1) {
        return dot(column, row);
      }
      int sideX = 2 * withinX < scale - 1 ? -1 : 1;
      int sideY = 2 * withinY < scale - 1 ? -1 : 1;
      boolean beside = dot(column + sideX, row);
      boolean above = dot(column, row + sideY);
      boolean corner =
          beside == above
              && beside != dot(column - sideX, row)
              && above != dot(column, row - sideY);
      return corner ? beside : dot(column, row);
    }
  }
}
