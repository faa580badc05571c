package dev.seedance.mock.call;

import dev.seedance.mock.sandbox.Authentication;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Gives a route that asks for a {@link Sandbox} the one of its caller. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Sandbox> {

  private static final Argument<Sandbox> SANDBOX = Argument.of(Sandbox.class);

  @Override
  public Argument<Sandbox> argumentType() {
    return SANDBOX;
  }

  @Override
  public BindingResult<Sandbox> bind(
      ArgumentConversionContext<Sandbox> context, HttpRequest<?> request) {
    return () -> Authentication.caller(request);
  }
}
