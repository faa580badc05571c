package dev.seedance.mock.testkit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fate of a task: how long it takes, how it ends, what goes wrong on the way.
 *
 * <pre>{@code
 * Scenario.named("late")
 *     .whenPrompt("*storm*")
 *     .runsFor(ofMinutes(3))
 *     .onPoll(2, respond(503).retryAfter(ofSeconds(3)))
 *     .fails("generation_failed", "No storms")
 * }</pre>
 *
 * <p>Immutable: each method returns another scenario. What is not said is as on the provider, and
 * ends well. The server checks it when it is {@linkplain MockServer#register registered}.
 */
public final class Scenario {

  private final JsonObject json;

  private Scenario(JsonObject json) {
    this.json = json;
  }

  /**
   * Begins a scenario, which no request gets without asking for it: with the header {@code
   * X-Mock-Scenario}, or with {@code [mock:NAME]} in its prompt.
   *
   * @param name 1 to 40 lower-case letters, digits and hyphens
   */
  public static Scenario named(String name) {
    return new Scenario(JsonObject.EMPTY.with("name", name));
  }

  /**
   * Reads a scenario from its JSON form, as it stands in docs/scenarios.md.
   *
   * @throws IllegalArgumentException when it is not a JSON object with a name
   */
  public static Scenario of(String json) {
    JsonObject scenario = JsonObject.read(json);
    if (!(scenario.members().get("name") instanceof String)) {
      throw new IllegalArgumentException("expected a text 'name' in the scenario: " + json);
    }
    return new Scenario(scenario);
  }

  static List<Scenario> all(ControlPlane control) {
    return control.get("/scenarios").objects("scenarios").stream().map(Scenario::new).toList();
  }

  /** Returns the name. */
  public String name() {
    return json.text("name");
  }

  /** Returns the JSON form. */
  public String json() {
    return json.toString();
  }

  /** Adds a sentence for people, at most 500 characters. */
  public Scenario describedAs(String description) {
    return new Scenario(json.with("description", description));
  }

  /** Takes every request that no scenario before it takes. */
  public Scenario always() {
    return new Scenario(json.with("match", JsonObject.EMPTY));
  }

  /**
   * Takes requests for a model, as long as everything else that was said about them fits too.
   *
   * @param glob a pattern of the whole name, case ignored: {@code *} any text, {@code ?} one
   *     character
   */
  public Scenario whenModel(String glob) {
    return when("model", glob);
  }

  /** Takes requests with a prompt; see {@link #whenModel} for the pattern. */
  public Scenario whenPrompt(String glob) {
    return when("prompt", glob);
  }

  /** Takes requests with a {@code client_business_id}; see {@link #whenModel} for the pattern. */
  public Scenario whenClientBusinessId(String glob) {
    return when("client_business_id", glob);
  }

  private Scenario when(String member, String glob) {
    var match = json.optionalObject("match").orElse(JsonObject.EMPTY);
    return new Scenario(json.with("match", match.with(member, glob)));
  }

  /** Sets how long a task waits before it runs, up to 365 days. */
  public Scenario queuesFor(Duration duration) {
    return takes("queued", duration);
  }

  /** Sets how long a task runs, up to 365 days. */
  public Scenario runsFor(Duration duration) {
    return takes("running", duration);
  }

  private Scenario takes(String part, Duration duration) {
    var timeline = json.optionalObject("timeline").orElse(JsonObject.EMPTY);
    return new Scenario(json.with("timeline", timeline.with(part, duration.toString())));
  }

  /** Ends well; the result can be downloaded as long as on the provider. */
  public Scenario completes() {
    return ends(JsonObject.EMPTY.with("status", "completed"));
  }

  /** Ends well; the result can be downloaded for a time, up to 365 days. */
  public Scenario completesWithResultFor(Duration lifetime) {
    var outcome = JsonObject.EMPTY.with("status", "completed");
    return ends(outcome.with("result_lifetime", lifetime.toString()));
  }

  /**
   * Ends without a video.
   *
   * @param code for programs, such as {@code generation_failed}
   * @param message for people
   */
  public Scenario fails(String code, String message) {
    var error = JsonObject.EMPTY.with("code", code).with("message", message);
    return ends(JsonObject.EMPTY.with("status", "failed").with("error", error));
  }

  /** Never ends: a task stays almost done. */
  public Scenario neverEnds() {
    return ends(JsonObject.EMPTY.with("status", "in_progress"));
  }

  private Scenario ends(JsonObject outcome) {
    return new Scenario(json.with("outcome", outcome));
  }

  /** Lets a fault happen on each submit, or on those that {@link Fault#nth} names. */
  public Scenario onSubmit(Fault fault) {
    return on("submit", fault);
  }

  /** Lets a fault happen on the nth submit of the sandbox to this scenario, from 1. */
  public Scenario onSubmit(int nth, Fault fault) {
    return onSubmit(fault.nth(nth));
  }

  /** Lets a fault happen on each poll, or on those that {@link Fault#nth} names. */
  public Scenario onPoll(Fault fault) {
    return on("poll", fault);
  }

  /** Lets a fault happen on the nth poll of each task, from 1. */
  public Scenario onPoll(int nth, Fault fault) {
    return onPoll(fault.nth(nth));
  }

  /**
   * Lets a fault happen on each poll of an id that the sandbox does not know, or on those that
   * {@link Fault#nth} names. Such a poll has the server's default scenario, or the one that its
   * header {@code X-Mock-Scenario} names.
   */
  public Scenario onUnknownPoll(Fault fault) {
    return on("unknown_poll", fault);
  }

  /** Lets a fault happen on each webhook attempt, or on those that {@link Fault#nth} names. */
  public Scenario onWebhook(Fault fault) {
    return on("webhook", fault);
  }

  /** Lets a fault happen on the nth webhook attempt of the sandbox, from 1. */
  public Scenario onWebhook(int nth, Fault fault) {
    return onWebhook(fault.nth(nth));
  }

  private Scenario on(String point, Fault fault) {
    return new Scenario(json.withAdded("faults", fault.rule().with("on", point)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scenario scenario && json.equals(scenario.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** Returns the JSON form. */
  @Override
  public String toString() {
    return json();
  }
}
