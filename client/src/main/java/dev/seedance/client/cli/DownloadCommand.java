package dev.seedance.client.cli;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.spec.cli.NetworkOptions;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Waits for a task that was ordered before, and downloads its video. */
@Command(
    name = "download",
    description = "Waits for a task that was ordered before, and downloads its video.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the task has failed",
      "2:wrong usage",
      "3:the server refuses, or the link is dead or leads to no video",
      "4:no video in time; it may still come",
      "5:no connection, a broken transfer, or a file or output that can't be read or written"
    },
    footer = {
      "",
      NetworkOptions.HELP,
      "",
      "  seedance download order_20260713_001 --out storm.mp4"
    })
final class DownloadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "A task id or a business id.")
  private String id = "";

  @Mixin private ConnectionOptions connection = new ConnectionOptions();
  @Mixin private WaitOptions waiting = new WaitOptions();

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
    ResultFiles files = target.files();
    var hint =
        new ResumeHint(
            command.commandLine().getErr(), task -> connection.downloadCommand(task, target.out()));
    hint.goOnWith(id);
    try (SeedanceClient client = connection.client();
        Console console = Console.of(command, json)) {
      GenerationTask task =
          hint.join(() -> client.async().await(id, waiting.awaitOptions().withListener(console)));
      console.saved(task, files.download(client, task, hint));
      return 0;
    } finally {
      hint.done();
    }
  }
}
