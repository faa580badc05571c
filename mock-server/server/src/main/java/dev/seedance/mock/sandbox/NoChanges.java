package dev.seedance.mock.sandbox;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** The changes of a sandbox without a store. */
final class NoChanges implements Changes {

  private static final String NO_STORE = "there is no store";
  private static final CompletableFuture<Void> STORED = CompletableFuture.completedFuture(null);

  @Override
  public boolean isKept() {
    return false;
  }

  @Override
  public void follow(Sandbox sandbox) {}

  @Override
  public void mark(String part, String key) {}

  @Override
  public void replaced(String part) {}

  @Override
  public CompletableFuture<Void> stored() {
    return STORED;
  }

  @Override
  public CompletableFuture<Void> cleared() {
    return STORED;
  }

  @Override
  public void end() {}

  @Override
  public SandboxFiles files() {
    throw new IllegalStateException(NO_STORE);
  }

  @Override
  public Instant now() {
    throw new IllegalStateException(NO_STORE);
  }
}
