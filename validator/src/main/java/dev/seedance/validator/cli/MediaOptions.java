package dev.seedance.validator.cli;

import dev.seedance.spec.cli.NetworkOptions;
import dev.seedance.spec.http.RemoteFiles;
import dev.seedance.validator.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the check of files. */
final class MediaOptions {

  @Option(
      names = "--media",
      description =
          "Look into the media files too: local ones, data: URLs, and files given as FILE. What the"
              + " model behind the API is known to refuse is a warning.")
  private boolean media;

  @Option(
      names = "--fetch",
      description = "With --media: get files of http(s) URLs too, to look into them.")
  private boolean fetch;

  @Option(
      names = "--strict",
      description = "With --media: what is found about files is an error. No other rule changes.")
  private boolean strict;

  @Mixin private NetworkOptions network = new NetworkOptions();

  /**
   * Returns the check that was asked for.
   *
   * @throws ParameterException if the options don't go together, or a file can't be used
   */
  MediaPreflight preflight(CommandLine command, @Nullable Locale language) {
    if (!media) {
      if (fetch || strict) {
        throw new ParameterException(command, "--fetch and --strict want --media");
      }
      return MediaPreflight.NONE;
    }
    try {
      RemoteFiles remote = fetch ? network.remoteFiles(System.getenv()) : null;
      Severity severity = strict ? Severity.ERROR : Severity.WARNING;
      return new FileLook(
          remote, language == null ? Locale.getDefault() : language, severity, command.getErr());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }
}
