package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Does the faults that were drawn for a request to its answer.
 *
 * <p>They wait in an attribute of the request, because the answer is made later than they are
 * drawn.
 */
@Singleton
public final class Faults {

  private static final String DRAWN = "mock.faults";

  private final BeanProvider<ObjectMapper> json;

  Faults(BeanProvider<ObjectMapper> json) {
    this.json = json;
  }

  /** Lets these faults strike the answer to a request. */
  public static void draw(HttpRequest<?> request, List<Fault.OfAnswer> faults) {
    if (!faults.isEmpty()) {
      request.setAttribute(DRAWN, faults);
    }
  }

  /** Does what was drawn for a request to its answer; mostly nothing. */
  @SuppressWarnings("unchecked") // what draw() put there
  public void strike(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(DRAWN)
        .ifPresent(
            faults -> {
              var answer = new StruckAnswer(request, response, json.get());
              ((List<Fault.OfAnswer>) faults).forEach(fault -> fault.strike(answer));
            });
  }

  @Singleton
  static final class Handler implements ExceptionHandler<InjectedRefusal, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // the interface has it so
    public HttpResponse<?> handle(HttpRequest request, InjectedRefusal refusal) {
      draw(request, refusal.faults());
      return HttpResponse.ok();
    }
  }
}
