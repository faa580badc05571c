package dev.seedance.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.AwaitOptions;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.Violation;
import dev.seedance.spec.cli.NetworkOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders a video, waits for it and downloads it. */
@Command(
    name = "generate",
    description = "Orders a video, waits for it and downloads it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the task has failed",
      "2:wrong usage, a request that breaks the contract, or one over --max-cost; nothing was ordered",
      "3:the server refuses, or the link is dead or leads to no video",
      "4:no video in time; it may still come",
      "5:no connection, a broken transfer, or a file or output that can't be read or written"
    },
    footer = {
      "",
      NetworkOptions.HELP,
      "",
      "Against the mock server ('seedance mock --clock auto'), where polls move time:",
      "  seedance generate --base-url http://127.0.0.1:8080 --api-key any \\",
      "    --prompt \"A lighthouse in a storm\" --duration 5 --out lighthouse.mp4"
    })
final class GenerateCommand implements Callable<Integer> {

  @Mixin private RequestOptions request = new RequestOptions();
  @Mixin private MediaOptions media = new MediaOptions();
  @Mixin private FileOptions files = new FileOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();
  @Mixin private WaitOptions waiting = new WaitOptions();

  @Mixin private CostOptions cost = new CostOptions();
  @Mixin private TargetOptions target = new TargetOptions();

  @Option(names = "--no-wait", description = "Only order; print how to go on.")
  private boolean noWait;

  @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
    ResultFiles results = target.files();
    AwaitOptions options = waiting.awaitOptions();
    ObjectNode wish = request.json();
    media.addTo(wish);
    var local = new LocalMedia(wish);
    local.files();
    judge(request.check(local.preview()));
    judge(files.check(wish, connection, command.commandLine().getErr()));

    UnaryOperator<String> download = id -> connection.downloadCommand(id, target.out());
    var hint = new ResumeHint(command.commandLine().getErr(), download);
    try (SeedanceClient client = connection.client(cost::addTo);
        Console console = Console.of(command, json)) {
      Map<String, String> uploaded = upload(local, client, console, hint);
      GenerationRequest ready = typed(local.replaced(uploaded::get));
      hint.goOnWith(String.valueOf(ready.getClientBusinessId()));
      GenerationTask ordered = hint.join(() -> client.async().submit(ready));
      hint.goOnWith(ordered.getId());
      console.note("submitted " + ordered.getId());
      if (noWait) {
        console.ordered(ordered, download.apply(ordered.getId()));
      } else {
        GenerationTask task =
            hint.join(() -> client.async().await(ordered, options.withListener(console)));
        console.saved(task, results.download(client, task, hint));
      }
      return 0;
    } finally {
      hint.done();
    }
  }

  private void judge(List<Violation> violations) {
    if (violations.stream().anyMatch(violation -> "error".equals(violation.getSeverity()))) {
      throw new InvalidRequestException(violations);
    }
    if (!json) {
      Objects.requireNonNull(spec);
      violations.stream()
          .map(FailureReport::describe)
          .forEach(spec.commandLine().getErr()::println);
    }
  }

  private static Map<String, String> upload(
      LocalMedia local, SeedanceClient client, Console console, ResumeHint hint) {
    var addresses = new HashMap<String, String>();
    for (Path file : local.files()) {
      console.note("uploading " + file);
      addresses.put(file.toString(), hint.join(() -> client.async().uploads().file(file)).getUrl());
    }
    return addresses;
  }

  private static GenerationRequest typed(ObjectNode json) {
    try {
      return Json.MAPPER.treeToValue(json, GenerationRequest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }
}
