package dev.seedance.mock.event;

import dev.seedance.mock.generation.Task;
import dev.seedance.mock.generation.TaskListener;
import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stream of events of a sandbox. It survives a reset, and leaves nothing in a snapshot. */
@Singleton
@Order(-1) // before the webhooks: a watcher sees the end of a task before its delivery
final class EventFeature extends SandboxFeature<EventStream, Void> implements TaskListener {

  EventFeature() {
    super("events", EventStream.class, Void.class);
  }

  @Override
  protected EventStream create(Sandbox sandbox) {
    return new EventStream(sandbox.changes());
  }

  @Override
  protected EventStream renew(Sandbox fresh, EventStream old) {
    return old;
  }

  @Override
  public @Nullable Void save(EventStream state) {
    return null;
  }

  @Override
  public Runnable restore(Sandbox sandbox, Void document) {
    return () -> {};
  }

  @Override
  protected void close(EventStream state) {
    state.close();
  }

  @Override
  public boolean waitsFor(Sandbox sandbox, Task task) {
    return sandbox.get(EventStream.class).isWatched();
  }

  @Override
  public void onState(Sandbox sandbox, Task task, TaskState state, Instant now) {
    sandbox.get(EventStream.class).publish("task", () -> TaskEvent.of(task, state, now));
  }
}
