package dev.seedance.mock.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The colours of one video, found by number; the title chooses the hue.
 *
 * <p>The badge has one family of colours, the rest another; colours of one family differ in
 * brightness only. A macroblock has one colour difference for all its tiles, so the badge must
 * begin and end at a macroblock's edge.
 */
final class Palette {

  /** Colours 0 to 47 are the background, from the top of the frame to its bottom. */
  static final int BACKGROUNDS = 48;

  static final byte TEXT = BACKGROUNDS;
  static final byte SOFT_TEXT = BACKGROUNDS + 1;
  static final byte BAR_EMPTY = BACKGROUNDS + 2;
  static final byte BAR_TICK = BACKGROUNDS + 3;
  static final byte BAR_FULL = BACKGROUNDS + 4;
  static final byte BAR_HEAD = BACKGROUNDS + 5;
  static final byte BADGE = BACKGROUNDS + 6;
  static final byte BADGE_TEXT = BACKGROUNDS + 7;

  private static final int TOP_LUMA = 88;

  /** Of the colours from {@link #TEXT} to {@link #BAR_HEAD}. */
  private static final int[] LUMAS = {228, 168, 26, 64, 184, 235};

  private final List<Colour> colours;
  private final int[] lumas;

  private Palette(List<Colour> colours) {
    this.colours = List.copyOf(colours);
    lumas = colours.stream().mapToInt(Colour::y).toArray();
  }

  static Palette of(String title) {
    CRC32 hash = new CRC32();
    hash.update(title.getBytes(StandardCharsets.UTF_8));
    int hue = (int) (hash.getValue() % 360);
    Colour ground = Colour.ofHue(hue, 0.55, 0.5);
    Colour badge = Colour.ofHue(45, 0.85, 1);
    List<Colour> colours = new ArrayList<>();
    for (int i = 0; i < BACKGROUNDS; i++) {
      colours.add(ground.withLuma(TOP_LUMA - i));
    }
    for (int luma : LUMAS) {
      colours.add(ground.withLuma(luma));
    }
    colours.add(badge);
    colours.add(badge.withLuma(36));
    return new Palette(colours);
  }

  List<Colour> colours() {
    return colours;
  }

  int luma(byte colour) {
    return lumas[colour];
  }

  int cb(byte colour) {
    return colours.get(colour).cb();
  }

  int cr(byte colour) {
    return colours.get(colour).cr();
  }
}
