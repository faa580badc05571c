package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.ProgressListener;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Json;
import dev.seedance.client.internal.StatusText;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.spec.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The output of a command: results on standard output, progress on standard error. Progress is a
 * bar on a terminal, lines elsewhere, and nothing with {@code --json}.
 */
final class Console implements ProgressListener, AutoCloseable {

  private final PrintWriter out;
  private final boolean json;
  private final Progress progress;

  private Console(PrintWriter out, boolean json, Progress progress) {
    this.out = out;
    this.json = json;
    this.progress = progress;
  }

  static Console of(CommandSpec spec, boolean json) {
    PrintWriter err = spec.commandLine().getErr();
    Progress progress =
        json ? Progress.none() : Ansi.AUTO.enabled() ? new ProgressOnTerminal() : lines(err);
    return new Console(spec.commandLine().getOut(), json, progress);
  }

  private static Progress lines(PrintWriter err) {
    return new ProgressInLines(err);
  }

  void note(String line) {
    progress.note(Printable.line(line));
  }

  void ordered(GenerationTask task, String next) {
    result(
        tree(task),
        "ordered %s%nfetch the video with: %s".formatted(Printable.line(task.getId()), next));
  }

  void status(GenerationTask task) {
    int percent = task.getProgress() == null ? 0 : task.getProgress();
    result(
        tree(task),
        Printable.line(
            "%s %s %d %%%s"
                .formatted(
                    task.getId(),
                    StatusText.of(task),
                    percent,
                    StatusText.cost(task).map(cost -> ", " + cost).orElse(""))));
  }

  void saved(GenerationTask task, List<Path> files) throws IOException {
    ObjectNode tree = tree(task);
    ArrayNode list = tree.putArray("files");
    var text = new StringBuilder();
    for (Path file : files) {
      long bytes = Files.size(file);
      list.addObject().put("path", file.toString()).put("bytes", bytes);
      text.append("saved %s (%d bytes)%n".formatted(Printable.line(file.toString()), bytes));
    }
    StatusText.cost(task).map(Printable::line).ifPresent(text::append);
    result(tree, text.toString().stripTrailing());
  }

  @Override
  public void onProgress(GenerationTask task, int percent) {
    progress.at(percent, Printable.line(StatusText.of(task)));
  }

  @Override
  public void onTrouble(SeedanceException failure, Duration wait) {
    note("%s; trying again in %d s".formatted(failure.getMessage(), wait.toSeconds()));
  }

  @Override
  public void close() {
    progress.close();
  }

  private void result(ObjectNode tree, String text) {
    progress.close();
    out.println(json ? tree.toString() : text);
    out.flush();
  }

  private static ObjectNode tree(GenerationTask task) {
    return Json.MAPPER.valueToTree(task);
  }
}
