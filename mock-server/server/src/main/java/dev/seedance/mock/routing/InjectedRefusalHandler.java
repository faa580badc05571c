package dev.seedance.mock.routing;

import dev.seedance.mock.fault.InjectedRefusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Leaves the response to a refused submit to the faults of its scenario. */
@Singleton
final class InjectedRefusalHandler implements ExceptionHandler<InjectedRefusal, HttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes") // the interface has it so
  public HttpResponse<?> handle(HttpRequest request, InjectedRefusal refusal) {
    CallContext.of(request).inject(refusal.faults());
    return HttpResponse.ok();
  }
}
