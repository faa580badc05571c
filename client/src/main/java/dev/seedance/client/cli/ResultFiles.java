package dev.seedance.client.cli;

import dev.seedance.client.DownloadOptions;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.internal.PartFile;
import dev.seedance.client.internal.Results;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ResultVideo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of a task's videos. */
final class ResultFiles {

  /** An id that has no meaning for a file system or a shell. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  private final @Nullable Path out;
  private final DownloadOptions options;

  /**
   * Checks the target before anything is paid for.
   *
   * @param out the file that the user asks for; null for a name made of the task's id
   * @throws IllegalArgumentException if no file can be written there
   */
  ResultFiles(@Nullable Path out, DownloadOptions options) {
    this.out = out;
    this.options = options;
    Path existing = (out == null ? Path.of("") : folder(out)).toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new IllegalArgumentException("no file can be written to " + existing);
    }
  }

  /** Returns the folder of the file that a download replaces or makes. */
  private static Path folder(Path out) {
    if (Files.isDirectory(out)) {
      throw new IllegalArgumentException(out + " is a folder; give the name of a file");
    }
    try {
      Path folder = PartFile.target(out).getParent();
      return folder == null ? out : folder;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "no video can be saved as " + e.getMessage() + "; give the name of a file", e);
    }
  }

  /** Downloads all videos of the task: one under the name asked for, several with numbers. */
  List<Path> download(SeedanceClient client, GenerationTask task, ResumeHint hint) {
    List<ResultVideo> videos = Results.videos(task);
    Path target = out != null ? out : Path.of(name(task.getId()));
    if (videos.size() == 1) {
      return List.of(hint.join(() -> client.async().download(task, target, options)));
    }
    var files = new ArrayList<Path>();
    for (ResultVideo video : videos) {
      Path file = numbered(target, files.size() + 1);
      files.add(hint.join(() -> client.async().downloadUrl(video.getUrl(), file, options)));
    }
    return files;
  }

  /** Returns the name of a task's file. The id is the server's, and may be any text. */
  static String name(String id) {
    if (PLAIN.matcher(id).matches()) {
      return id + ".mp4";
    }
    return "video-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) + ".mp4";
  }

  private static Path numbered(Path target, int number) {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    return target.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
  }
}
