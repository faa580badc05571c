package dev.seedance.mock.generation;

import dev.seedance.mock.account.Bill;
import dev.seedance.mock.asset.Asset;
import dev.seedance.mock.asset.AssetReferences;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.Trace;
import dev.seedance.mock.plan.Outcome;
import dev.seedance.mock.plan.Output;
import dev.seedance.mock.plan.Plan;
import dev.seedance.mock.plan.Timeline;
import dev.seedance.mock.plan.Ulid;
import dev.seedance.mock.review.MediaFiles;
import dev.seedance.mock.review.ReviewedFiles;
import dev.seedance.mock.revision.Revision;
import dev.seedance.mock.routing.CallContext;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Fault;
import dev.seedance.mock.scenario.Match;
import dev.seedance.mock.scenario.Scenario;
import dev.seedance.mock.scenario.Scenarios;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.ValidationReport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Accepts tasks and finds them. */
@Singleton
public final class Generations {

  private final TaskFollower follower;

  Generations(TaskFollower follower) {
    this.follower = follower;
  }

  /** The response to a submit; replayed if its task was there before. */
  record Accepted(TaskResponse response, boolean replayed) {}

  /**
   * Accepts a task. Refuses in this order: an invalid body or request, webhooks that are switched
   * off, an unknown scenario, a scenario that refuses, an unknown asset, too little money.
   *
   * @param origin the address at which the caller reached the server
   * @param revision the revision that the request is held to
   * @param scenarioName the scenario that the caller wants; null to leave it to the sandbox
   * @param trace the trace that the request is part of; null if it is in none
   * @return empty if the scenario refuses; then its faults make the response
   * @throws ApiException if the request is refused
   */
  Optional<Accepted> submit(
      CallContext call,
      String origin,
      Revision revision,
      @Nullable String scenarioName,
      @Nullable Trace trace,
      byte[] body) {
    Sandbox sandbox = call.sandbox();
    GenerationRequest request = validated(revision, body);
    String businessId = businessId(request);
    var callback = new Callback(request.callbackUrl(), request.traceId(), origin, trace);
    follower.requireServable(sandbox, revision, callback);
    Scenario scenario = scenario(sandbox, request, businessId, scenarioName);
    List<Fault.OfResponse> faults = sandbox.get(Scenarios.class).onSubmit(scenario);
    call.inject(faults);
    if (faults.stream().anyMatch(Fault.Refuse.class::isInstance)) {
      return Optional.empty();
    }
    Set<String> reviewed = revision.reviews(request) ? MediaFiles.of(request) : Set.of();
    Supplier<Task> paid =
        () -> {
          Task task = task(sandbox, revision, request, businessId, scenario, callback, body);
          Plan plan = ReviewedFiles.delay(sandbox, reviewed, task.plan());
          Task planned = task.withPlan(plan);
          Billing.charge(sandbox, planned);
          ReviewedFiles.keep(sandbox, reviewed, plan);
          return planned;
        };
    TaskStore.Submission submission = sandbox.atomically(() -> accept(sandbox, businessId, paid));
    TaskResponse response = respond(sandbox, submission.task(), origin);
    return Optional.of(new Accepted(response, submission.replayed()));
  }

  private TaskStore.Submission accept(
      Sandbox sandbox, @Nullable String businessId, Supplier<Task> paid) {
    TaskStore.Submission submission = sandbox.get(TaskStore.class).submit(businessId, paid);
    if (!submission.replayed()) {
      follower.follow(sandbox, submission.task());
    }
    return submission;
  }

  /**
   * Finds a task and advances an automatic clock to its next event.
   *
   * @param origin the address at which the caller reached the server
   * @param scenarioName the scenario that the caller wants of an unknown id; null for the server's
   * @param id a task id or a caller's own id
   * @throws ApiException 404 if this key has no such task
   */
  TaskResponse poll(CallContext call, String origin, @Nullable String scenarioName, String id) {
    Sandbox sandbox = call.sandbox();
    Task task =
        sandbox.get(TaskStore.class).find(id).orElseThrow(() -> unknown(call, scenarioName, id));
    sandbox.queue().onPoll(task.plan()::nextEventAfter);
    TaskResponse response = respond(sandbox, task, origin);
    call.inject(sandbox.get(Scenarios.class).onPoll(task.scenario(), task.id(), response.status()));
    return response;
  }

  /**
   * Finds a task; no clock is advanced.
   *
   * @param id a task id or a caller's own id
   * @throws ApiException 404 if this key has no such task
   */
  Task find(Sandbox sandbox, String id) {
    return sandbox.get(TaskStore.class).find(id).orElseThrow(() -> unknown(id));
  }

  private static ApiException unknown(CallContext call, @Nullable String scenario, String id) {
    call.inject(known(() -> call.sandbox().get(Scenarios.class).onUnknownPoll(scenario)));
    return unknown(id);
  }

  static ApiException unknown(String id) {
    return new ApiException(
        ErrorCode.TASK_NOT_FOUND,
        "no task '" + id + "' for this API key; ids are scoped to the key");
  }

  private static TaskResponse respond(Sandbox sandbox, Task task, String origin) {
    return TaskResponse.of(
        task, sandbox.clock().instant(), () -> ResultLinks.of(origin, sandbox, task));
  }

  private static GenerationRequest validated(Revision revision, byte[] body) {
    ValidationReport report = revision.validate(body);
    if (!report.valid()) {
      throw ApiException.invalid(report);
    }
    return report.request().orElseThrow();
  }

  /** Returns the caller's own id, null if none was sent; the top level wins over the metadata. */
  private static @Nullable String businessId(GenerationRequest request) {
    return request.clientBusinessId() != null || request.metadata() == null
        ? request.clientBusinessId()
        : (String) request.metadata().get("client_business_id");
  }

  private static Scenario scenario(
      Sandbox sandbox,
      GenerationRequest request,
      @Nullable String businessId,
      @Nullable String name) {
    var facts = new Match.Facts(String.valueOf(request.model()), request.prompt(), businessId);
    return known(() -> sandbox.get(Scenarios.class).choose(facts, name));
  }

  /** Refuses a call that names an unknown scenario. */
  private static <T> T known(Supplier<T> choice) {
    try {
      return choice.get();
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static Task task(
      Sandbox sandbox,
      Revision revision,
      GenerationRequest request,
      @Nullable String businessId,
      Scenario scenario,
      Callback callback,
      byte[] body) {
    Instant now = sandbox.clock().instant();
    SplittableRandom random = sandbox.nextDraw();
    String id = "tsk_vid_" + Ulid.of(now, random);
    Output output = Outputs.of(revision.capabilities(), request, random);
    String model = String.valueOf(request.model());
    var run = new Timeline.Run(model, output.resolution(), output.seconds(), random);
    Plan plan = scenario.plan(now, run);
    Plan possible =
        AssetReferences.firstInactive(sandbox, request, now)
            .map(asset -> withoutAsset(plan, asset, now))
            .orElse(plan);
    var sent = SubmittedRequest.of(body, request.prompt(), revision);
    Bill bill = Billing.bill(revision, request, model, output);
    return new Task(id, businessId, model, output, possible, scenario, callback, sent, bill, null);
  }

  /** Plans that a task whose asset can't be used fails as soon as it would run (decision D10). */
  private static Plan withoutAsset(Plan plan, Asset asset, Instant now) {
    String message =
        "asset %s was %s at submission; wait until it is active"
            .formatted(asset.id(), asset.status(now));
    return new Plan(
        now, plan.queued(), Duration.ZERO, new Outcome.Failed("asset_not_active", message));
  }
}
