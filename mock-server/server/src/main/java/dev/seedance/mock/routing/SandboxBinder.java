package dev.seedance.mock.routing;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Binds a {@link Sandbox} parameter of a route to the sandbox of the caller. */
@Singleton
final class SandboxBinder implements TypedRequestArgumentBinder<Sandbox> {

  private static final Argument<Sandbox> SANDBOX = Argument.of(Sandbox.class);

  @Override
  public Argument<Sandbox> argumentType() {
    return SANDBOX;
  }

  @Override
  public BindingResult<Sandbox> bind(
      ArgumentConversionContext<Sandbox> context, HttpRequest<?> request) {
    return () -> CallContext.find(request).map(CallContext::sandbox);
  }
}
