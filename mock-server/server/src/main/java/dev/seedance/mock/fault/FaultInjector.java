package dev.seedance.mock.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Fault;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Applies a scenario's faults to an outgoing response. */
@Singleton
public final class FaultInjector {

  private final BeanProvider<ObjectMapper> json;

  FaultInjector(BeanProvider<ObjectMapper> json) {
    this.json = json;
  }

  /**
   * Applies faults in order; mostly there are none.
   *
   * @param onRefusal adds the headers that every refusal with the status of the response has
   */
  public void inject(
      List<Fault.OfResponse> faults,
      Sandbox sandbox,
      HttpRequest<?> request,
      MutableHttpResponse<?> response,
      Consumer<MutableHttpResponse<?>> onRefusal) {
    if (!faults.isEmpty()) {
      var target = new FaultyResponse(sandbox, request, response, onRefusal, json.get());
      faults.forEach(fault -> fault.applyTo(target));
    }
  }
}
