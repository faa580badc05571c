package dev.seedance.mock.startup;

import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.time.RealTime;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Creates the validator of the server's revision on another thread soon after the server listens.
 * At once would take the processor from the first response; a submit that comes sooner creates it
 * itself.
 */
@Singleton
final class ValidatorWarmUp implements ApplicationEventListener<ServerStartupEvent> {

  private static final Duration DELAY = Duration.ofMillis(200);

  private final RealTime realTime;
  private final Provider<Revisions> revisions;

  ValidatorWarmUp(RealTime realTime, Provider<Revisions> revisions) {
    this.realTime = realTime;
    this.revisions = revisions;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    var unused = realTime.after(DELAY, this::createOnAnotherThread);
  }

  /** The timer must not be blocked. */
  private void createOnAnotherThread() {
    var unused = CompletableFuture.runAsync(() -> revisions.get().fallback().capabilities());
  }
}
