package dev.seedance.mock.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.mock.generation.Task;
import dev.seedance.mock.plan.TaskState;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task in the stream of events. */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskEvent(
    String id, @Nullable String clientBusinessId, String status, int progress, String at) {

  static TaskEvent of(Task task, TaskState state, Instant now) {
    return new TaskEvent(
        task.id(), task.clientBusinessId(), state.status(), state.progress(), now.toString());
  }
}
