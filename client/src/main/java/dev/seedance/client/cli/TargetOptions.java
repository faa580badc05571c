package dev.seedance.client.cli;

import dev.seedance.client.DownloadOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the sub-commands that save a video. */
final class TargetOptions {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where the video goes: a regular file, made or replaced. Default: the task's id and .mp4")
  private @Nullable Path out;

  @Option(
      names = "--max-bytes",
      paramLabel = "BYTES",
      description = "A longer video is refused and not saved. Default: 1073741824 (1 GiB)")
  private long maxBytes = DownloadOptions.defaults().maxBytes();

  /** Returns the file that the user asks for; null if he leaves the name to the program. */
  @Nullable Path out() {
    return out;
  }

  /**
   * Returns the files to save to, checked before anything is paid for.
   *
   * @throws IllegalArgumentException if no file can be written there
   */
  ResultFiles files() {
    return new ResultFiles(out, DownloadOptions.defaults().withMaxBytes(maxBytes));
  }
}
