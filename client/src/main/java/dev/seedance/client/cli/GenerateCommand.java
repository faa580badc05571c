package dev.seedance.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.internal.Json;
import dev.seedance.client.internal.RequestChecks;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {

  @Mixin private RequestOptions request = new RequestOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the video goes. Default: the task's id and .mp4")
  private @Nullable Path out;

  @Option(names = "--no-wait", description = "Only order; print how to go on.")
  private boolean noWait;

  @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    GenerationRequest checked = checked(request.json());
    Console console = Console.of(spec, json);
    SeedanceClient client = connection.client();
    GenerationTask task = client.submit(checked);
    console.submitted(task);
    if (noWait) {
      console.ordered(task);
      return 0;
    }
    task = client.await(task, connection.awaitOptions(console));
    Path target = out != null ? out : Path.of(task.getId() + ".mp4");
    console.saved(task, client.download(task, target));
    return 0;
  }

  private static GenerationRequest checked(ObjectNode json) {
    List<Violation> violations =
        RequestChecks.onClassPath().check(json.toString().getBytes(StandardCharsets.UTF_8));
    if (violations.stream().anyMatch(violation -> violation.getSeverity().equals("error"))) {
      throw new InvalidRequestException(violations);
    }
    try {
      return Json.MAPPER.treeToValue(json, GenerationRequest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }
}
