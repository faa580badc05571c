package dev.seedance.mock.startup;

import dev.seedance.mock.generation.Validator;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/** Creates the validator on another thread once the server listens. */
@Singleton
final class ValidatorWarmUp implements ApplicationEventListener<ServerStartupEvent> {

  private final Provider<Validator> validator;

  ValidatorWarmUp(Provider<Validator> validator) {
    this.validator = validator;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    var unused = CompletableFuture.runAsync(() -> validator.get().capabilities());
  }
}
