package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LastFrameTest {

  @ParameterizedTest
  @MethodSource("dev.seedance.mock.media.Specs#sizes")
  void picture_has_the_size_of_the_video(FrameSize size) throws IOException {
    BufferedImage image = image(Specs.of(size, 5, false));

    assertThat(new FrameSize(image.getWidth(), image.getHeight())).isEqualTo(size);
  }

  @Test
  void picture_shows_the_bar_full_to_its_end() throws IOException {
    VideoSpec spec = Specs.of(1280, 720, 5, false);
    BufferedImage image = image(spec);

    int head = Palette.of(spec.title()).colours().get(Palette.BAR_HEAD).rgb();
    assertThat(image.getRGB(1280 - 48 - 6, 720 - 64) & 0xFFFFFF).isEqualTo(head);
  }

  @Test
  void equal_specifications_give_equal_bytes() {
    assertThat(LastFrame.png(Specs.of(640, 640, 4, true)))
        .isEqualTo(LastFrame.png(Specs.of(640, 640, 4, true)));
  }

  private static BufferedImage image(VideoSpec spec) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(LastFrame.png(spec)));
  }
}
