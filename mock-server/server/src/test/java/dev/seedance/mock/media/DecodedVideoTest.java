package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Has an independent decoder play the videos. */
class DecodedVideoTest {

  /** Rounding from video to display colours differs between decoders. */
  private static final int CHANNEL_TOLERANCE = 4;

  @TempDir Path folder;

  @BeforeAll
  static void require_ffmpeg() {
    Ffmpeg.require();
  }

  @ParameterizedTest
  @MethodSource("dev.seedance.mock.media.Specs#sizes")
  void every_size_decodes_without_a_message(FrameSize size) throws IOException {
    Ffmpeg.decodesWithoutMessage(save(Specs.of(size, 1, true)));
  }

  @ParameterizedTest
  @CsvSource({"1280, 720, 5", "496, 864, 4", "834, 1112, 15", "4412, 1892, 4"})
  void streams_are_what_was_asked_for(int width, int height, int seconds) throws IOException {
    Path video = save(Specs.of(width, height, seconds, true));

    Ffmpeg.decodesWithoutMessage(video);
    assertThat(Ffmpeg.probe(video, "v", "stream=codec_name,width,height,avg_frame_rate"))
        .containsExactly(
            "codec_name=h264", "width=" + width, "height=" + height, "avg_frame_rate=24/1");
    assertThat(Ffmpeg.probe(video, "a", "stream=codec_name,sample_rate,channels"))
        .containsExactly("codec_name=aac", "sample_rate=48000", "channels=1");
    for (String stream : new String[] {"v", "a"}) {
      String duration = Ffmpeg.probe(video, stream, "stream=duration").get(0);
      assertThat(Double.parseDouble(duration.substring("duration=".length())))
          .isBetween(seconds - 0.1, seconds + 0.1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "2206, 946"})
  void half_a_minute_of_quicktime_plays(int width, int height) throws IOException {
    Path video = save(Specs.mov(width, height, 30));

    Ffmpeg.decodesWithoutMessage(video);
    assertThat(Files.size(video)).isLessThan(20_000_000);
    assertThat(Ffmpeg.probe(video, "v", "format_tags=major_brand"))
        .containsExactly("TAG:major_brand=qt  ");
    assertThat(Ffmpeg.probe(video, "v", "stream=codec_name,width,height,nb_frames"))
        .containsExactly("codec_name=h264", "width=" + width, "height=" + height, "nb_frames=720");
    assertThat(Ffmpeg.probe(video, "a", "stream=codec_name")).containsExactly("codec_name=aac");
  }

  @Test
  void no_sound_is_decoded_if_none_was_asked_for() throws IOException {
    assertThat(Ffmpeg.probe(save(Specs.of(864, 496, 4, false)), "a", "stream=codec_name"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"992, 432", "560, 752", "1112, 834"})
  void decoder_shows_exactly_the_drawn_brightness(int width, int height) throws IOException {
    VideoSpec spec = Specs.of(width, height, 2, false);
    Palette palette = Palette.of(spec.title());
    Scene scene = new Scene(spec);
    Process decoder = Ffmpeg.decode(save(spec));
    try (InputStream planes = decoder.getInputStream()) {
      for (int frame = 0; frame < spec.frames(); frame++) {
        Raster raster = scene.still();
        scene.paint(raster, frame);
        byte[] luma = planes.readNBytes(width * height);
        planes.skipNBytes(width * height / 2);
        assertThat(luma).as("frame %d", frame).isEqualTo(luma(raster, palette, spec.size()));
      }
      assertThat(planes.read()).as("nothing after the last frame").isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 720", "834, 1112", "1668, 1252"})
  void last_frame_is_the_last_that_a_decoder_shows(int width, int height) throws IOException {
    VideoSpec spec = Specs.of(width, height, 4, false);
    Path decoded = folder.resolve("decoded.png");
    Ffmpeg.extractFrame(save(spec), spec.frames() - 1, decoded);
    BufferedImage actual = ImageIO.read(decoded.toFile());
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(LastFrame.png(spec)));

    int off = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        off += distance(actual.getRGB(x, y), expected.getRGB(x, y)) > CHANNEL_TOLERANCE ? 1 : 0;
      }
    }
    // Decoders may blend colour over the edges of the badge and the bar.
    assertThat(off).as("pixels that differ").isLessThan(width * height / 100);
  }

  private Path save(VideoSpec spec) throws IOException {
    Path video = folder.resolve("video.mp4");
    VideoFile file = VideoFile.of(spec);
    try (InputStream in = file.open(0, file.length())) {
      Files.copy(in, video);
    }
    return video;
  }

  private static byte[] luma(Raster raster, Palette palette, FrameSize size) {
    byte[] luma = new byte[size.width() * size.height()];
    for (int i = 0; i < luma.length; i++) {
      int column = i % size.width() / Raster.TILE;
      int row = i / size.width() / Raster.TILE;
      luma[i] = (byte) palette.luma(raster.get(column, row));
    }
    return luma;
  }

  private static int distance(int rgb, int other) {
    int largest = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      largest = Math.max(largest, Math.abs(((rgb >> shift) & 0xFF) - ((other >> shift) & 0xFF)));
    }
    return largest;
  }
}
