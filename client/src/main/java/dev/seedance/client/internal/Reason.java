package dev.seedance.client.internal;

import org.jspecify.annotations.Nullable;

/** The words of a failure for messages: without the package of its class, which tells no user. */
public final class Reason {

  private Reason() {}

  /** Returns the message of a failure, or the name of its kind if it has none. */
  public static String of(@Nullable Throwable failure) {
    if (failure == null) {
      return "nothing came";
    }
    @Nullable String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
