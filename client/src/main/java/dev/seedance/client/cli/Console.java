package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.ProgressListener;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.GenerationTask;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What the user sees: progress on standard error, results on standard output. */
final class Console implements ProgressListener {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private String lastLine = "";

  private Console(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  static Console of(@Nullable CommandSpec spec, boolean json) {
    var line = Objects.requireNonNull(spec, "picocli sets it").commandLine();
    return new Console(line.getOut(), line.getErr(), json);
  }

  void submitted(GenerationTask task) {
    progress("submitted " + task.getId());
  }

  void ordered(GenerationTask task) {
    result(
        tree(task),
        "ordered %s%nfetch the video with: seedance download %s"
            .formatted(task.getId(), task.getId()));
  }

  void status(GenerationTask task) {
    result(tree(task), "%s %s %d %%".formatted(task.getId(), task.getStatus(), task.getProgress()));
  }

  void saved(GenerationTask task, Path file) throws IOException {
    ObjectNode tree = tree(task);
    tree.put("file", file.toString());
    tree.put("bytes", Files.size(file));
    result(tree, "saved %s (%d bytes)".formatted(file, Files.size(file)));
  }

  @Override
  public void onProgress(GenerationTask task, int percent) {
    progress("%s %d %%".formatted(task.getStatus(), percent));
  }

  @Override
  public void onTrouble(SeedanceException failure, Duration wait) {
    progress("%s; trying again in %d s".formatted(failure.getMessage(), wait.toSeconds()));
  }

  private void progress(String line) {
    if (!json && !line.equals(lastLine)) {
      err.println(line);
      err.flush();
      lastLine = line;
    }
  }

  private void result(ObjectNode tree, String text) {
    out.println(json ? tree.toString() : text);
    out.flush();
  }

  private static ObjectNode tree(GenerationTask task) {
    return Json.MAPPER.valueToTree(task);
  }
}
