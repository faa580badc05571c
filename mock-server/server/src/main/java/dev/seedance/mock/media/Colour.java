package dev.seedance.mock.media;

/**
 * A colour of a video: BT.709, limited range.
 *
 * @param y luma, 16 (black) to 235 (white)
 * @param cb blue difference, 128 is none
 * @param cr red difference, 128 is none
 */
record Colour(int y, int cb, int cr) {

  /**
   * Returns the colour of a hue.
   *
   * @param hue degrees, 0 to 359
   * @param saturation 0 to 1
   * @param value 0 to 1
   */
  static Colour ofHue(int hue, double saturation, double value) {
    double red = channel(hue, 5, saturation, value);
    double green = channel(hue, 3, saturation, value);
    double blue = channel(hue, 1, saturation, value);
    double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return new Colour(
        round(16 + 219 * luma),
        round(128 + 224 * (blue - luma) / 1.8556),
        round(128 + 224 * (red - luma) / 1.5748));
  }

  private static double channel(int hue, int offset, double saturation, double value) {
    double position = (offset + hue / 60.0) % 6;
    double distance = Math.max(0, Math.min(1, Math.min(position, 4 - position)));
    return value * (1 - saturation * distance);
  }

  Colour withLuma(int luma) {
    return new Colour(luma, cb, cr);
  }

  /** Converts the colour to {@code 0xRRGGBB}, as a display shows it. */
  int rgb() {
    double luma = 255 * (y - 16) / 219.0;
    double blueness = 255 * (cb - 128) / 224.0;
    double redness = 255 * (cr - 128) / 224.0;
    int red = clamp(luma + 1.5748 * redness);
    int green = clamp(luma - 0.1873 * blueness - 0.4681 * redness);
    int blue = clamp(luma + 1.8556 * blueness);
    return (red << 16) | (green << 8) | blue;
  }

  private static int clamp(double channel) {
    return Math.max(0, Math.min(255, round(channel)));
  }

  private static int round(double number) {
    return (int) Math.round(number);
  }
}
