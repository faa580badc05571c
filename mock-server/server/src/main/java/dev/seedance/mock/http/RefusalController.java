package dev.seedance.mock.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;

/**
 * The route to which every refusal of another route leads. Micronaut prepares a route once; an
 * exception handler it would prepare anew for each refusal, which costs more than a poll.
 */
@Controller
final class RefusalController {

  @Error(global = true, exception = ApiException.class)
  HttpResponse<?> refuse(HttpRequest<?> request, ApiException refusal) {
    return ErrorResponses.of(request, refusal);
  }
}
