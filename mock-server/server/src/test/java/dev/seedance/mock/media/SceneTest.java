package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SceneTest {

  @ParameterizedTest
  @MethodSource("dev.seedance.mock.media.Specs#sizes")
  void each_macroblock_keeps_to_one_family_of_colours(FrameSize size) {
    VideoSpec spec = Specs.of(size, 5, false);
    Palette palette = Palette.of(spec.title());
    Scene scene = new Scene(spec);
    Raster raster = scene.still();
    scene.paint(raster, 60);

    for (int row = 0; row < raster.rows(); row++) {
      for (int column = 0; column < raster.columns(); column++) {
        Colour tile = palette.colours().get(raster.get(column, row));
        Colour first = palette.colours().get(raster.get(column / 4 * 4, row / 4 * 4));
        assertThat(tile.withLuma(0)).isEqualTo(first.withLuma(0));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"320, 320", "320, 4608", "4608, 320", "496, 864", "992, 432", "1668, 1252"})
  void advancing_paints_what_painting_anew_does(int width, int height) {
    VideoSpec spec = Specs.of(width, height, 5, false);
    Scene scene = new Scene(spec);
    Raster advanced = scene.still();
    scene.paint(advanced, 0);

    for (int frame = 1; frame < spec.frames(); frame++) {
      scene.advance(advanced, frame);
      Raster anew = scene.still();
      scene.paint(anew, frame);
      assertSamePicture(advanced, anew, frame);
    }
  }

  @Test
  void every_frame_differs_from_the_one_before() {
    VideoSpec spec = Specs.of(640, 640, 15, false);
    Scene scene = new Scene(spec);
    Raster raster = scene.still();
    scene.paint(raster, 0);

    for (int frame = 1; frame < spec.frames(); frame++) {
      raster.keep();
      scene.advance(raster, frame);
      assertThat(raster.changed().isEmpty()).as("frame %d is still", frame).isFalse();
    }
  }

  @Test
  void hue_follows_the_title() {
    assertThat(Palette.of("tsk_vid_A").colours()).isNotEqualTo(Palette.of("tsk_vid_B").colours());
  }

  private static void assertSamePicture(Raster actual, Raster expected, int frame) {
    for (int row = 0; row < expected.rows(); row++) {
      for (int column = 0; column < expected.columns(); column++) {
        if (actual.get(column, row) != expected.get(column, row)) {
          assertThat(actual.get(column, row))
              .as("frame %d, tile %d, %d", frame, column, row)
              .isEqualTo(expected.get(column, row));
        }
      }
    }
  }
}
