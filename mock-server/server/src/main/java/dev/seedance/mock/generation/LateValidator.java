package dev.seedance.mock.generation;

import dev.seedance.validator.RequestValidator;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * The validator of a server, made by another thread once the server listens.
 *
 * <p>Making it takes a good part of a start, and the first answers need none. Who needs it before
 * it is there waits for it. Thread-safe.
 */
public final class LateValidator {

  private final CompletableFuture<RequestValidator> made;

  /** Begins to make the validator of a contract revision. */
  public LateValidator(String revision) {
    made = CompletableFuture.supplyAsync(() -> make(revision));
  }

  /** The validator. */
  public RequestValidator get() {
    return made.join();
  }

  private static RequestValidator make(String revision) {
    return RequestValidator.builder().revision(revision).locale(Locale.ENGLISH).build();
  }
}
