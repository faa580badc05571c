package dev.seedance.client.webhook;

import dev.seedance.client.internal.Results;
import dev.seedance.client.model.ResultVideo;
import dev.seedance.client.model.TaskError;
import dev.seedance.client.model.WebhookError;
import dev.seedance.client.model.WebhookEvent;
import dev.seedance.client.model.WebhookResult;
import dev.seedance.client.model.WebhookTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that the provider has signed. It may come more than once: remember {@link #id()} and
 * skip those that you know.
 */
public sealed interface VerifiedEvent {

  /** Returns the whole event as it came. */
  WebhookEvent event();

  /** Returns the id of the event, the same on every attempt. */
  default String id() {
    return event().getId();
  }

  /** Returns the id of the task; empty for an unknown event that names none. */
  default String taskId() {
    @Nullable String id = event().getData().getTaskId();
    return id == null ? "" : id;
  }

  /**
   * A completed task.
   *
   * @param event the whole event as it came
   * @param videos the addresses to download from; at least one
   */
  record Completed(WebhookEvent event, List<ResultVideo> videos) implements VerifiedEvent {

    /** Copies the list. */
    public Completed {
      videos = List.copyOf(videos);
    }
  }

  /**
   * A task that has ended without a video.
   *
   * @param event the whole event as it came
   * @param error the reason; without members if the provider gives none
   */
  record Failed(WebhookEvent event, TaskError error) implements VerifiedEvent {}

  /**
   * A trial delivery, which belongs to no task.
   *
   * @param event the whole event as it came
   */
  record EndpointTest(WebhookEvent event) implements VerifiedEvent {}

  /**
   * An event of a type that this version does not know: acknowledge and skip it.
   *
   * @param event the whole event as it came
   */
  record Unknown(WebhookEvent event) implements VerifiedEvent {}

  /**
   * Sorts an event by its type. One that names no task counts as unknown, and so does a completed
   * one without a video.
   */
  static VerifiedEvent of(WebhookEvent event) {
    WebhookTask task = event.getData();
    boolean named = task.getTaskId() != null;
    return switch (event.getType()) {
      case "generation.completed" -> {
        List<ResultVideo> videos = videos(task.getResult());
        yield named && !videos.isEmpty() ? new Completed(event, videos) : new Unknown(event);
      }
      case "generation.failed" ->
          named ? new Failed(event, reason(task.getError())) : new Unknown(event);
      case "endpoint.test" -> new EndpointTest(event);
      default -> new Unknown(event);
    };
  }

  private static List<ResultVideo> videos(@Nullable WebhookResult result) {
    return result == null ? List.of() : Results.addressed(result.getData());
  }

  private static TaskError reason(@Nullable WebhookError error) {
    return error == null
        ? new TaskError()
        : new TaskError().code(error.getCode()).message(error.getMessage());
  }
}
