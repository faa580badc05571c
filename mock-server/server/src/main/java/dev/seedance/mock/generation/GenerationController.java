package dev.seedance.mock.generation;

import dev.seedance.mock.result.ResultLinks;
import dev.seedance.mock.sandbox.Authentication;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Faults;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** Submit a task, ask for its state: sections 1 and 3 of the contract. */
@Controller("/v1/videos/generations")
final class GenerationController {

  private static final String SCENARIO = "X-Mock-Scenario";

  private final Generations generations;
  private final ResultLinks links;

  GenerationController(Generations generations, ResultLinks links) {
    this.generations = generations;
    this.links = links;
  }

  @Post(consumes = MediaType.ALL)
  HttpResponse<TaskAnswer> submit(HttpRequest<?> request, @Body(defaultValue = "") byte[] body) {
    Sandbox sandbox = caller(request);
    String scenario = request.getHeaders().get(SCENARIO);
    var accepted = generations.submit(sandbox, body, scenario, links.origin(request));
    Faults.draw(request, accepted.faults());
    var submission = accepted.submission();
    MutableHttpResponse<TaskAnswer> answer =
        HttpResponse.ok(answer(request, sandbox, submission.task()));
    return submission.replayed() ? answer.header("X-Mock-Replayed", "true") : answer;
  }

  @Get("/{id}")
  TaskAnswer status(HttpRequest<?> request, String id) {
    Sandbox sandbox = caller(request);
    Task task = generations.poll(sandbox, id);
    TaskAnswer answer = answer(request, sandbox, task);
    Faults.draw(request, sandbox.scenarios().onPoll(task, answer.status()));
    return answer;
  }

  /**
   * Not a parameter as elsewhere: for each one, the framework reads the language and charset anew.
   */
  private static Sandbox caller(HttpRequest<?> request) {
    return Authentication.caller(request).orElseThrow();
  }

  private TaskAnswer answer(HttpRequest<?> request, Sandbox sandbox, Task task) {
    return TaskAnswer.of(task, sandbox.clock().instant(), () -> links.of(request, sandbox, task));
  }
}
