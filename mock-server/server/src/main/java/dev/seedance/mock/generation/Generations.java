package dev.seedance.mock.generation;

import dev.seedance.mock.account.Billing;
import dev.seedance.mock.asset.Asset;
import dev.seedance.mock.asset.AssetReferences;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Fault;
import dev.seedance.mock.scenario.InjectedRefusal;
import dev.seedance.mock.scenario.Match;
import dev.seedance.mock.scenario.Scenario;
import dev.seedance.mock.scenario.Timeline;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.ValidationReport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Accepts tasks and finds them: what the controller binds to. */
@Singleton
public final class Generations {

  private final LateValidator validator;
  private final Outputs outputs;
  private final Billing billing;
  private final Milestones milestones;

  Generations(LateValidator validator, Outputs outputs, Billing billing, Milestones milestones) {
    this.validator = validator;
    this.outputs = outputs;
    this.billing = billing;
    this.milestones = milestones;
  }

  /**
   * What became of a submit, and what goes wrong with its answer.
   *
   * @param submission the task
   * @param faults mostly none
   */
  record Accepted(TaskStore.Submission submission, List<Fault.OfAnswer> faults) {}

  /**
   * Accepts a task.
   *
   * @param body the raw request
   * @param scenarioHeader the value of the header {@code X-Mock-Scenario}, null where there is none
   * @param origin where the caller reached the server
   * @throws ApiException where the request is invalid, with the validator's report; where it names
   *     an unknown asset; or where the balance does not cover it
   * @throws InjectedRefusal where the scenario refuses it
   */
  Accepted submit(Sandbox sandbox, byte[] body, @Nullable String scenarioHeader, String origin) {
    ValidationReport report = validator.get().validate(body);
    if (!report.valid()) {
      throw ApiException.invalid(report);
    }
    GenerationRequest request = report.request().orElseThrow();
    Optional<String> businessId = businessId(request);
    var callback = new Callback(request.callbackUrl(), request.traceId(), origin);
    sandbox.webhooks().requireConfiguredFor(callback);
    Scenario scenario = scenario(sandbox, request, businessId.orElse(null), scenarioHeader);
    List<Fault.OfAnswer> faults = sandbox.scenarios().onSubmit(scenario);
    if (faults.stream().anyMatch(Fault.Refuse.class::isInstance)) {
      throw new InjectedRefusal(faults);
    }
    var submission =
        sandbox
            .tasks()
            .submit(
                businessId,
                () ->
                    task(
                        sandbox,
                        request,
                        businessId.orElse(null),
                        scenario,
                        callback,
                        SubmittedRequest.of(body, request.prompt())));
    if (!submission.replayed()) {
      milestones.follow(sandbox, submission.task());
    }
    return new Accepted(submission, faults);
  }

  /**
   * Finds a task for a poll, which an automatic clock feels.
   *
   * @param id a task id or a caller's own id
   * @throws ApiException where this key has no such task
   */
  Task poll(Sandbox sandbox, String id) {
    Task task = find(sandbox, id);
    sandbox.agenda().onPoll(task.plan()::nextEventAfter);
    return task;
  }

  /**
   * Finds a task, which no clock feels.
   *
   * @param id a task id or a caller's own id
   * @throws ApiException where this key has no such task
   */
  Task find(Sandbox sandbox, String id) {
    return sandbox.tasks().find(id).orElseThrow(() -> unknown(id));
  }

  static ApiException unknown(String id) {
    return new ApiException(
        ErrorCode.TASK_NOT_FOUND,
        "no task '" + id + "' for this API key; ids are scoped to the key");
  }

  private static Scenario scenario(
      Sandbox sandbox,
      GenerationRequest request,
      @Nullable String businessId,
      @Nullable String header) {
    var facts = new Match.Facts(String.valueOf(request.model()), request.prompt(), businessId);
    try {
      return sandbox.scenarios().choose(facts, header);
    } catch (IllegalArgumentException e) {
      throw new ApiException(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
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
      Sandbox sandbox,
      GenerationRequest request,
      @Nullable String businessId,
      Scenario scenario,
      Callback callback,
      SubmittedRequest sent) {
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
    Plan possible =
        AssetReferences.firstInactive(sandbox, request, now)
            .map(asset -> withoutAsset(plan, asset, now))
            .orElse(plan);
    var task = new Task(id, businessId, model, output, possible, scenario, callback, sent);
    billing.charge(sandbox, task);
    return task;
  }

  /** A task whose asset can't be used fails as soon as it would run (decision D10). */
  private static Plan withoutAsset(Plan plan, Asset asset, Instant now) {
    String message =
        "asset %s was %s at submission; wait until it is active"
            .formatted(asset.id(), asset.status(now));
    return new Plan(
        now, plan.queued(), Duration.ZERO, new Outcome.Failed("asset_not_active", message));
  }
}
