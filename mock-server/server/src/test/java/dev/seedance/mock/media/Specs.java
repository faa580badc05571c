package dev.seedance.mock.media;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Video specifications to test with. */
final class Specs {

  static final Instant CREATED_AT = Instant.parse("2026-01-01T00:00:00Z");

  private Specs() {}

  static VideoSpec of(int width, int height, int seconds, boolean audio) {
    return of(new FrameSize(width, height), seconds, audio);
  }

  static VideoSpec of(FrameSize size, int seconds, boolean audio) {
    return of(size, seconds, audio, Container.MP4);
  }

  static VideoSpec mov(int width, int height, int seconds) {
    return of(new FrameSize(width, height), seconds, true, Container.MOV);
  }

  private static VideoSpec of(FrameSize size, int seconds, boolean audio, Container container) {
    return new VideoSpec(
        size,
        seconds,
        audio,
        container,
        "tsk_vid_01JQZK8M2N7X4R6T9V3B5C1D0F",
        List.of("seedance-2 720p", size + " " + seconds + " s"),
        CREATED_AT);
  }

  static VideoSpec titled(String title) {
    return new VideoSpec(
        new FrameSize(864, 496), 1, false, Container.MP4, title, List.of(), CREATED_AT);
  }

  /** Every size of the contract's table. */
  static Stream<FrameSize> sizes() throws IOException {
    try (InputStream json = ApiSpec.frameSizes().openStream()) {
      Map<String, Map<String, FrameSize>> table =
          new ObjectMapper().readValue(json, new TypeReference<>() {});
      return table.values().stream().flatMap(byRatio -> byRatio.values().stream());
    }
  }
}
