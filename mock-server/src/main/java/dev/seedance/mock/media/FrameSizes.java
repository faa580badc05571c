package dev.seedance.mock.media;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The frame sizes of the result video, by resolution and aspect ratio, from the contract's table.
 */
public final class FrameSizes {

  private final Map<String, Map<String, FrameSize>> sizes;

  private FrameSizes(Map<String, Map<String, FrameSize>> sizes) {
    this.sizes = sizes;
  }

  /** Reads the table. */
  public static FrameSizes load() {
    try (InputStream table = ApiSpec.frameSizes().openStream()) {
      return new FrameSizes(new ObjectMapper().readValue(table, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read frame-sizes.json from the api-spec jar", e);
    }
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
    Map<String, FrameSize> byRatio = sizes.getOrDefault(resolution, Map.of());
    FrameSize size = byRatio.getOrDefault(ratio, byRatio.get(fallbackRatio));
    if (size == null) {
      throw new IllegalArgumentException("no frame size for " + resolution + " at " + ratio);
    }
    return size;
  }
}
