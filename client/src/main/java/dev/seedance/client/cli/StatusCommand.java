package dev.seedance.client.cli;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.spec.cli.NetworkOptions;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Polls a task once. */
@Command(
    name = "status",
    description = "Looks at a task once.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:there is such a task, whatever its state",
      "2:wrong usage",
      "3:the server refuses, or has no such task",
      "5:no connection, or output that can't be written"
    },
    footer = {
      "",
      NetworkOptions.HELP,
      "",
      "  seedance status tsk_vid_01KX7QB9TQ2W4E6R8T0Y1ZX3CV --json"
    })
final class StatusCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "A task id or a business id.")
  private String id = "";

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(names = "--json", description = "The task as JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
    var hint =
        new ResumeHint(
            command.commandLine().getErr(), task -> connection.downloadCommand(task, null));
    try (SeedanceClient client = connection.client()) {
      GenerationTask task = hint.join(() -> client.async().get(id));
      Console.of(command, json).status(task);
      return 0;
    }
  }
}
