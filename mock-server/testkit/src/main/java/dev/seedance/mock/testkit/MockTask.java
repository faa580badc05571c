package dev.seedance.mock.testkit;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A task as it was when the server was asked, and what will become of it.
 *
 * <p>Immutable: {@link #refresh()} asks again. Asking advances no clock.
 */
public final class MockTask {

  private final ControlPlane control;
  private final JsonObject json;
  private final JsonObject task;
  private final JsonObject plan;

  private MockTask(ControlPlane control, JsonObject json) {
    this.control = control;
    this.json = json;
    task = json.object("task");
    plan = json.object("plan");
  }

  static List<MockTask> all(ControlPlane control) {
    var newestFirst = control.get("/tasks?limit=" + Integer.MAX_VALUE).objects("tasks");
    int last = newestFirst.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(index -> new MockTask(control, newestFirst.get(last - index)))
        .toList();
  }

  static MockTask find(ControlPlane control, String id) {
    return new MockTask(
        control, control.get("/tasks/" + ControlPlane.segment("id of the task", id)));
  }

  /** Returns the task's id. */
  public String id() {
    return task.text("id");
  }

  /** Returns the caller's own id; empty when none was sent. */
  public Optional<String> clientBusinessId() {
    return task.optionalText("client_business_id");
  }

  /** Returns the model's name. */
  public String model() {
    return task.text("model");
  }

  /** Returns {@code queued}, {@code in_progress}, {@code completed} or {@code failed}. */
  public String status() {
    return task.text("status");
  }

  /** Returns how far it is, 0 to 100. */
  public int progress() {
    return task.number("progress").intValueExact();
  }

  /** Returns the files of a completed task, in order; none of any other. */
  public List<URI> videos() {
    return task.optionalObject("result").stream()
        .flatMap(result -> result.objects("data").stream())
        .map(video -> URI.create(video.text("url")))
        .toList();
  }

  /** Returns the name of the scenario that decides about the task. */
  public String scenario() {
    return json.text("scenario");
  }

  /** Returns when it was submitted, in sandbox time. */
  public Instant submittedAt() {
    return plan.instant("submitted_at");
  }

  /** Returns when it starts, or has started, in sandbox time. */
  public Instant startsAt() {
    return plan.instant("starts_at");
  }

  /** Returns when it ends, or has ended, in sandbox time. */
  public Instant endsAt() {
    return plan.instant("ends_at");
  }

  /** Returns when something happens to it next, in sandbox time; empty when it is final. */
  public Optional<Instant> nextEventAt() {
    return plan.optionalInstant("next_event_at");
  }

  /** Returns the status that it ends in; {@code in_progress} when it never ends. */
  public String outcome() {
    return plan.text("outcome");
  }

  /** Returns the code of the error that it ends in; empty when it does not fail. */
  public Optional<String> errorCode() {
    return plan.optionalObject("error").map(error -> error.text("code"));
  }

  /** Returns the message of the error that it ends in; empty when it does not fail. */
  public Optional<String> errorMessage() {
    return plan.optionalObject("error").map(error -> error.text("message"));
  }

  /** Returns the beginning of the prompt; empty when there was none. */
  public Optional<String> prompt() {
    return json.optionalText("prompt");
  }

  /** Returns the request's {@code callback_url}; empty when there was none. */
  public Optional<String> callbackUrl() {
    return json.optionalText("callback_url");
  }

  /** Returns the request's {@code trace_id}; empty when there was none. */
  public Optional<String> traceId() {
    return json.optionalText("trace_id");
  }

  /**
   * Returns the request as it was sent, its first 16 KiB; asks the server when it came in a list.
   */
  public String request() {
    return json.optionalObject("request")
        .map(request -> request.text("body"))
        .orElseGet(() -> refresh().request());
  }

  /** Returns the task as it is now. */
  public MockTask refresh() {
    return find(control, id());
  }

  /**
   * Completes the task now, and returns it when its webhook was attempted.
   *
   * @throws IllegalStateException when it has ended already
   */
  public MockTask complete() {
    return end(JsonObject.EMPTY.with("status", "completed"));
  }

  /**
   * Fails the task now, and returns it when its webhook was attempted.
   *
   * @param code for programs, such as {@code generation_failed}
   * @param message for people
   * @throws IllegalStateException when it has ended already
   */
  public MockTask fail(String code, String message) {
    var error = JsonObject.EMPTY.with("code", code).with("message", message);
    return end(JsonObject.EMPTY.with("status", "failed").with("error", error));
  }

  private MockTask end(JsonObject outcome) {
    String path = "/tasks/" + ControlPlane.encoded(id()) + "/outcome";
    return new MockTask(control, control.post(path, outcome));
  }

  /** Returns what the server said of the task, as JSON. */
  @Override
  public String toString() {
    return json.toString();
  }
}
