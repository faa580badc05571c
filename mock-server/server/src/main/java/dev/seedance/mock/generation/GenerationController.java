package dev.seedance.mock.generation;

import dev.seedance.mock.http.CallerOrigin;
import dev.seedance.mock.http.Trace;
import dev.seedance.mock.revision.Revision;
import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.routing.CallContext;
import io.micronaut.http.HttpHeaders;
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

  private static final String SCENARIO = "X-Mock-Scenario";

  private final Generations generations;
  private final Revisions revisions;
  private final CallerOrigin origin;

  GenerationController(Generations generations, Revisions revisions, CallerOrigin origin) {
    this.generations = generations;
    this.revisions = revisions;
    this.origin = origin;
  }

  @Post(consumes = MediaType.ALL)
  HttpResponse<TaskResponse> submit(HttpRequest<?> request, @Body(defaultValue = "") byte[] body) {
    CallContext call = CallContext.of(request);
    HttpHeaders headers = request.getHeaders();
    Revision revision = revisions.of(call.sandbox(), headers.get(Revisions.HEADER));
    return generations
        .submit(call, origin.of(request), revision, headers.get(SCENARIO), Trace.of(headers), body)
        .map(GenerationController::response)
        .orElseGet(HttpResponse::ok); // its faults make the response
  }

  @Get("/{id}")
  TaskResponse poll(HttpRequest<?> request, String id) {
    String scenario = request.getHeaders().get(SCENARIO);
    return generations.poll(CallContext.of(request), origin.of(request), scenario, id);
  }

  private static MutableHttpResponse<TaskResponse> response(Generations.Accepted accepted) {
    MutableHttpResponse<TaskResponse> response = HttpResponse.ok(accepted.response());
    return accepted.replayed() ? response.header("X-Mock-Replayed", "true") : response;
  }
}
