package dev.seedance.client;

import dev.seedance.client.api.GenerationsApi;
import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.internal.Results;
import dev.seedance.client.internal.StatusText;
import dev.seedance.client.model.GenerationTask;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Waits for a task: completes with a video, or fails with the reason. */
final class TaskPoll extends Poll<GenerationTask> {

  private final String id;
  private final AwaitOptions options;
  private @Nullable GenerationTask lastSeen;
  private @Nullable Duration completedSince;
  private int percent;

  TaskPoll(
      Transport transport,
      String id,
      AwaitOptions options,
      @Nullable GenerationTask known,
      InstantSource clock,
      Sleeper sleeper) {
    super(transport, GenerationsApi.getGeneration(id), options, known, clock, sleeper);
    this.id = id;
    this.options = options;
  }

  @Override
  void judge(GenerationTask task) {
    lastSeen = task;
    percent = Math.max(percent, percentOf(task));
    options.listener().onProgress(task, percent);
    switch (TaskStatus.of(task)) {
      case COMPLETED -> completed(task);
      case FAILED -> completeExceptionally(new TaskFailedException(task));
      case QUEUED, IN_PROGRESS, UNKNOWN -> completedSince = null;
    }
  }

  @Override
  void trouble(SeedanceException failure, Duration wait) {
    options.listener().onTrouble(failure, wait);
  }

  @Override
  SeedanceException timeout(String after, @Nullable SeedanceException lastFailure) {
    @Nullable GenerationTask task = lastSeen;
    if (task != null && TaskStatus.of(task) == TaskStatus.COMPLETED) {
      return new ResultMissingException(task);
    }
    String state = task == null ? "was not seen" : "is " + StatusText.of(task);
    return new TaskTimeoutException("task", id, state, after, task, lastFailure);
  }

  private void completed(GenerationTask task) {
    if (Results.present(task)) {
      complete(task);
    } else if (completedSince == null) {
      completedSince = elapsed();
    } else if (elapsed().minus(completedSince).compareTo(options.resultGrace()) >= 0) {
      completeExceptionally(new ResultMissingException(task));
    }
  }

  private static int percentOf(GenerationTask task) {
    @Nullable Integer progress = task.getProgress();
    return progress == null ? 0 : Math.max(0, Math.min(100, progress));
  }
}
