package dev.seedance.mock.generation;

import dev.seedance.mock.routing.CallContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** Submits tasks and polls their state: sections 1 and 3 of the contract. */
@Controller("/v1/videos/generations")
final class GenerationController {

  private final Generations generations;

  GenerationController(Generations generations) {
    this.generations = generations;
  }

  @Post(consumes = MediaType.ALL)
  HttpResponse<TaskResponse> submit(HttpRequest<?> request, @Body(defaultValue = "") byte[] body) {
    Generations.Accepted accepted = generations.submit(request, CallContext.of(request), body);
    MutableHttpResponse<TaskResponse> response = HttpResponse.ok(accepted.response());
    return accepted.replayed() ? response.header("X-Mock-Replayed", "true") : response;
  }

  @Get("/{id}")
  TaskResponse poll(HttpRequest<?> request, String id) {
    return generations.poll(request, CallContext.of(request), id);
  }
}
