package dev.seedance.mock.media;

import dev.seedance.mock.json.Table;
import dev.seedance.spec.ApiSpec;

/**
 * The frame sizes of the result video, by resolution and aspect ratio, from the contract's table.
 */
public final class FrameSizes {

  /** The contract's table, read when the first task needs it. */
  public static final FrameSizes STANDARD = load();

  private final Table<FrameSize> sizes;

  private FrameSizes(Table<FrameSize> sizes) {
    this.sizes = sizes;
  }

  private static FrameSizes load() {
    return new FrameSizes(
        Table.read(
            "frame-sizes.json",
            ApiSpec.frameSizes(),
            size -> new FrameSize(size.get("width").intValue(), size.get("height").intValue())));
  }

  /**
   * The size for a resolution and an aspect ratio.
   *
   * @param resolution such as {@code 720p}
   * @param ratio such as {@code 16:9}
   * @param fallbackRatio the ratio to take where the table has no size for the asked one, as for an
   *     adaptive ratio
   * @throws IllegalArgumentException where the table has neither
   */
  public FrameSize of(String resolution, String ratio, String fallbackRatio) {
    FrameSize size = sizes.get(resolution, ratio);
    FrameSize either = size == null ? sizes.get(resolution, fallbackRatio) : size;
    if (either == null) {
      throw new IllegalArgumentException("no frame size for " + resolution + " at " + ratio);
    }
    return either;
  }
}
