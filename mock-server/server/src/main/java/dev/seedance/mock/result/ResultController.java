package dev.seedance.mock.result;

import dev.seedance.mock.generation.ResultLinks;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Serves result files, whole or in ranges. No key is needed, as in a content network. */
@Controller(ResultLinks.ROOT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResultController {

  private final ResultFiles files;

  ResultController(ResultFiles files) {
    this.files = files;
  }

  @Get(value = "/{sandboxId}/{taskId}/{name}", produces = MediaType.ALL)
  HttpResponse<?> file(HttpRequest<?> request, String sandboxId, String taskId, String name) {
    return ResultResponse.of(files.find(sandboxId, taskId, name), request.getHeaders());
  }
}
