package dev.seedance.mock.media;

/**
 * The size of a video in pixels.
 *
 * @param width even, 320 to 4608
 * @param height even, 320 to 4608
 */
public record FrameSize(int width, int height) {

  private static final int SMALLEST = 320;
  private static final int LARGEST = 4608;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a side is odd, because 4:2:0 video has one colour sample
   *     for two pixels, or out of range
   */
  public FrameSize {
    requireCodable("width", width);
    requireCodable("height", height);
  }

  private static void requireCodable(String side, int pixels) {
    if (pixels < SMALLEST || pixels > LARGEST || pixels % 2 != 0) {
      throw new IllegalArgumentException(
          "%s %d is not an even number from %d to %d: choose a size from frame-sizes.yaml"
              .formatted(side, pixels, SMALLEST, LARGEST));
    }
  }

  int macroblockColumns() {
    return (width + 15) / 16;
  }

  int macroblockRows() {
    return (height + 15) / 16;
  }

  int macroblocks() {
    return macroblockColumns() * macroblockRows();
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
