package dev.seedance.mock.generation;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The tasks on the control plane. Showing one advances no clock. */
@Controller("/_mock/tasks")
final class TaskController {

  @Introspected
  record Tasks(List<PlannedTask> tasks) {}

  private final TaskControl tasks;

  TaskController(TaskControl tasks) {
    this.tasks = tasks;
  }

  @Get
  Tasks list(Sandbox sandbox, @QueryValue(defaultValue = "100") int limit) {
    return new Tasks(tasks.list(sandbox, limit));
  }

  @Get("/{id}")
  PlannedTask show(Sandbox sandbox, String id) {
    return tasks.find(sandbox, id);
  }

  @Post(value = "/{id}/outcome", consumes = MediaType.ALL)
  CompletionStage<PlannedTask> end(
      Sandbox sandbox, String id, @Body(defaultValue = "") byte[] body) {
    return tasks.end(sandbox, id, body);
  }
}
