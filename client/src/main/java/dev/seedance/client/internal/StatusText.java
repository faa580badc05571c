package dev.seedance.client.internal;

import dev.seedance.client.model.GenerationTask;
import org.jspecify.annotations.Nullable;

/** The status of a task for messages; some servers send none at first. */
public final class StatusText {

  private StatusText() {}

  /** Returns the server's word, or ours if it sent none. */
  public static String of(GenerationTask task) {
    @Nullable String status = task.getStatus();
    return status == null || status.isBlank() ? "without status" : status;
  }
}
