package dev.seedance.mock.generation;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Scenario;
import dev.seedance.mock.scenario.Scenarios;
import dev.seedance.mock.scenario.Timeline;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Accepts tasks and finds them: what the controller binds to. */
@Singleton
public final class Generations {

  private static final byte[] NO_BODY = {};

  private final RequestValidator validator;
  private final Outputs outputs;
  private final MockOptions options;

  Generations(RequestValidator validator, Outputs outputs, MockOptions options) {
    this.validator = validator;
    this.outputs = outputs;
    this.options = options;
  }

  /**
   * Accepts a task.
   *
   * @param body the raw request; null counts as empty
   * @param scenarioHeader the value of the header {@code X-Mock-Scenario}, null where there is none
   * @throws ApiException where the request is invalid, with the validator's report
   */
  TaskStore.Submission submit(
      Sandbox sandbox, byte @Nullable [] body, @Nullable String scenarioHeader) {
    ValidationReport report = validator.validate(body == null ? NO_BODY : body);
    if (!report.valid()) {
      throw ApiException.invalid(report);
    }
    GenerationRequest request = report.request().orElseThrow();
    Scenario scenario = scenario(request, scenarioHeader);
    Optional<String> businessId = businessId(request);
    return sandbox
        .tasks()
        .submit(businessId, () -> task(sandbox, request, businessId.orElse(null), scenario));
  }

  /**
   * Finds a task for a poll, which an automatic clock feels.
   *
   * @param id a task id or a caller's own id
   * @throws ApiException where this key has no such task
   */
  Task poll(Sandbox sandbox, String id) {
    Task task =
        sandbox
            .tasks()
            .find(id)
            .orElseThrow(
                () ->
                    new ApiException(
                        ErrorCode.TASK_NOT_FOUND,
                        "no task '" + id + "' for this API key; ids are scoped to the key"));
    sandbox.clock().onPoll(task.plan().nextEventAfter(sandbox.clock().instant()));
    return task;
  }

  private Scenario scenario(GenerationRequest request, @Nullable String header) {
    String name =
        Optional.ofNullable(header)
            .or(() -> Optional.ofNullable(request.prompt()).flatMap(Scenarios::namedIn))
            .orElse(options.scenario());
    return Scenarios.find(name)
        .orElseThrow(
            () ->
                new ApiException(
                    ErrorCode.INVALID_REQUEST,
                    "unknown mock scenario '" + name + "'; known: " + Scenarios.names()));
  }

  /** The top level wins over the metadata. */
  private static Optional<String> businessId(GenerationRequest request) {
    return Optional.ofNullable(request.clientBusinessId())
        .or(
            () ->
                Optional.ofNullable(request.metadata())
                    .map(metadata -> metadata.get("client_business_id"))
                    .map(String.class::cast));
  }

  private Task task(
      Sandbox sandbox, GenerationRequest request, @Nullable String businessId, Scenario scenario) {
    Instant now = sandbox.clock().instant();
    SplittableRandom random = sandbox.nextDraw();
    String id = "tsk_vid_" + Ulid.of(now, random);
    Output output = outputs.of(request, random);
    String model = String.valueOf(request.model());
    var run = new Timeline.Run(model, output.resolution(), output.seconds(), random);
    var plan =
        new Plan(
            now,
            scenario.timeline().queued(run),
            scenario.timeline().running(run),
            scenario.outcome());
    return new Task(id, businessId, model, output, plan);
  }
}
