package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An independent decoder, if the machine has one. */
final class Ffmpeg {

  private Ffmpeg() {}

  /**
   * Skips the test without ffmpeg, or fails it where the environment says that it must be there.
   */
  static void require() {
    try {
      run("ffmpeg", "-version");
      run("ffprobe", "-version");
    } catch (IOException e) {
      if (Boolean.parseBoolean(System.getenv("SEEDANCE_REQUIRE_FFMPEG"))) {
        fail("SEEDANCE_REQUIRE_FFMPEG is true, but ffmpeg and ffprobe are not on the PATH", e);
      }
      abort("ffmpeg and ffprobe are not on the PATH: no independent decoder to check with");
    }
  }

  static void decodesWithoutMessage(Path video) throws IOException {
    assertThat(run("ffmpeg", "-v", "warning", "-i", video.toString(), "-f", "null", "-")).isEmpty();
  }

  /** Values of a stream's properties, in ffprobe's order. */
  static List<String> probe(Path video, String stream, String entries) throws IOException {
    String output =
        run(
            "ffprobe",
            "-v",
            "error",
            "-select_streams",
            stream,
            "-show_entries",
            entries,
            "-of",
            "default=noprint_wrappers=1",
            video.toString());
    return output.lines().toList();
  }

  /** Starts decoding to raw planes, frame after frame, on the process's standard output. */
  static Process decode(Path video) throws IOException {
    return new ProcessBuilder(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            video.toString(),
            "-f",
            "rawvideo",
            "-pix_fmt",
            "yuv420p",
            "-")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static void extractFrame(Path video, int frame, Path png) throws IOException {
    run(
        "ffmpeg",
        "-v",
        "error",
        "-i",
        video.toString(),
        "-vf",
        "select=eq(n\\," + frame + ")",
        "-frames:v",
        "1",
        "-pix_fmt",
        "rgb24",
        png.toString());
    assertThat(Files.exists(png)).as("ffmpeg finds frame %d", frame).isTrue();
  }

  private static String run(String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    Process process = new ProcessBuilder(arguments).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
