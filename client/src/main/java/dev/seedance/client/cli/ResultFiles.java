package dev.seedance.client.cli;

import dev.seedance.client.DownloadOptions;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.internal.Results;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ResultVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a task's videos. */
final class ResultFiles {

  private final @Nullable Path out;

  /**
   * Checks the target before anything is paid for.
   *
   * @param out the file that the user asks for; null for a name made of the task's id
   * @throws IllegalArgumentException if no file can be written there
   */
  ResultFiles(@Nullable Path out) {
    this.out = out;
    if (out != null && Files.isDirectory(out)) {
      throw new IllegalArgumentException(out + " is a folder; give the name of a file");
    }
    Path existing = out == null ? Path.of("").toAbsolutePath() : out.toAbsolutePath().getParent();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new IllegalArgumentException("no file can be written to " + existing);
    }
  }

  /** Downloads all videos of the task: one under the name asked for, several with numbers. */
  List<Path> download(SeedanceClient client, GenerationTask task, ResumeHint hint) {
    List<ResultVideo> videos = Results.videos(task);
    Path target = out != null ? out : Path.of(task.getId().replaceAll("[^\\w.-]", "_") + ".mp4");
    if (videos.size() == 1) {
      return List.of(hint.join(() -> client.async().download(task, target)));
    }
    var files = new ArrayList<Path>();
    for (ResultVideo video : videos) {
      Path file = numbered(target, files.size() + 1);
      files.add(
          hint.join(
              () -> client.async().downloadUrl(video.getUrl(), file, DownloadOptions.defaults())));
    }
    return files;
  }

  private static Path numbered(Path target, int number) {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    return target.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
  }
}
