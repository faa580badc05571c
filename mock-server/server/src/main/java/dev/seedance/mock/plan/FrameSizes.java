package dev.seedance.mock.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.media.FrameSize;
import dev.seedance.spec.ApiSpec;
import java.util.Map;

/** The frame sizes of result videos, by resolution and aspect ratio: the contract's table. */
public final class FrameSizes {

  private static final Map<String, Map<String, FrameSize>> SIZES =
      JsonTable.members(
          JsonTable.read(ApiSpec.frameSizes()),
          resolution -> JsonTable.members(resolution, FrameSizes::size));

  private FrameSizes() {}

  /**
   * Returns the size for a resolution and an aspect ratio.
   *
   * @param resolution such as {@code 720p}
   * @param ratio such as {@code 16:9}
   * @param fallbackRatio the ratio to take if the table has no size for {@code ratio}, as for an
   *     adaptive one
   * @throws IllegalArgumentException if the table has neither
   */
  public static FrameSize of(String resolution, String ratio, String fallbackRatio) {
    Map<String, FrameSize> sizes = SIZES.getOrDefault(resolution, Map.of());
    FrameSize size = sizes.getOrDefault(ratio, sizes.get(fallbackRatio));
    if (size == null) {
      throw new IllegalArgumentException("no frame size for " + resolution + " at " + ratio);
    }
    return size;
  }

  private static FrameSize size(JsonNode size) {
    return new FrameSize(size.get("width").intValue(), size.get("height").intValue());
  }
}
