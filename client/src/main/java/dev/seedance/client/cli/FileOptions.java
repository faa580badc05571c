package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.model.Violation;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** The check of the request's files, before one is uploaded or anything is ordered. */
final class FileOptions {

  private static final String VALIDATOR = "dev.seedance.validator.media.MediaCheck";

  @Option(
      names = "--no-media-check",
      description = "Don't look into the local files before they are uploaded.")
  private boolean off;

  @Option(names = "--fetch", description = "Look into files of http(s) URLs too.")
  private boolean fetch;

  @Option(
      names = "--strict",
      description =
          "Order nothing if the model behind the API is known to refuse a file. Default: warn.")
  private boolean strict;

  /**
   * Returns what is wrong with the files.
   *
   * @param wish names local files as they were given
   * @throws IllegalStateException if nothing reads files on the class path and the check is strict
   */
  List<Violation> check(ObjectNode wish, ConnectionOptions connection, PrintWriter err) {
    if (off || LocalMedia.items(wish).isEmpty()) {
      return List.of();
    }
    try {
      Class.forName(VALIDATOR, false, FileOptions.class.getClassLoader());
      return Preflight.check(wish, fetch ? connection.remoteFiles() : null, strict);
    } catch (ClassNotFoundException e) {
      return unchecked(
          "media files can't be checked: add seedance-validator to the class path", err);
    } catch (IllegalStateException e) {
      return unchecked(String.valueOf(e.getMessage()), err);
    }
  }

  private List<Violation> unchecked(String reason, PrintWriter err) {
    if (strict) {
      throw new IllegalStateException(reason);
    }
    err.println(reason);
    err.flush();
    return List.of();
  }
}
