package dev.seedance.mock.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mock server, seen with one API key: where to call it, and what is in that key's sandbox.
 *
 * <pre>{@code
 * try (var mock = MockServer.start("--clock", "auto")) {
 *   mock.register(Scenario.named("late").always().runsFor(Duration.ofHours(1)));
 *   call(mock.baseUrl(), mock.apiKey());
 * }
 * }</pre>
 *
 * <p>{@link #start} runs one in this JVM, {@link #connect} finds one that runs elsewhere; both are
 * driven alike. Other keys have sandboxes of their own: {@link #withApiKey}. Each method asks the
 * server. Thread-safe.
 *
 * <p>Methods throw {@link IllegalArgumentException} when the server refuses what they say, {@link
 * IllegalStateException} when it refuses for another reason, such as its state, both with the
 * server's message; and {@link java.io.UncheckedIOException} when no server answers.
 */
public final class MockServer implements AutoCloseable {

  private final ControlPlane control;
  private final Set<String> welcome;
  private final @Nullable EmbeddedServer embedded;

  MockServer(ControlPlane control, Set<String> welcome, @Nullable EmbeddedServer embedded) {
    this.control = control;
    this.welcome = welcome;
    this.embedded = embedded;
  }

  /**
   * Starts a server in this JVM, on a free port, and returns when it answers.
   *
   * @param options as on the command line, such as {@code "--clock", "auto"}; see {@code seedance
   *     mock --help}
   * @throws IllegalArgumentException when one is wrong
   */
  public static MockServer start(String... options) {
    return builder().options(options).start();
  }

  /** Begins a server in this JVM, on a free port, every option at the command line's default. */
  public static MockServerBuilder builder() {
    return new MockServerBuilder();
  }

  /**
   * Returns a view of a server that runs already, in another process or on another machine. Nothing
   * is called yet, and closing the view does nothing.
   *
   * @param baseUrl such as {@code http://127.0.0.1:8080}
   * @param apiKey names the sandbox
   * @throws IllegalArgumentException when the URL is not an absolute one of HTTP
   */
  public static MockServer connect(String baseUrl, String apiKey) {
    return new MockServer(new ControlPlane(baseUrl, apiKey), Set.of(), null);
  }

  /** Returns the server's address, such as {@code http://127.0.0.1:8080}, without a last slash. */
  public URI baseUrl() {
    return URI.create(control.baseUrl());
  }

  /** Returns the key to call with, as {@code Authorization: Bearer <key>}. */
  public String apiKey() {
    return control.apiKey();
  }

  /**
   * Returns a view of the same server with another key, and so of another sandbox. Closing it does
   * nothing.
   *
   * @throws IllegalArgumentException when the server was started with keys, and this is none of
   *     them
   */
  public MockServer withApiKey(String key) {
    ControlPlane view = control.withApiKey(key);
    if (!welcome.isEmpty() && !welcome.contains(view.apiKey())) {
      throw new IllegalArgumentException("the server was not started with this API key");
    }
    return new MockServer(view, welcome, null);
  }

  /** Returns the revision of the contract that the sandbox's requests are held to. */
  public String revision() {
    return control.get("/revision").text("revision");
  }

  /**
   * Holds the sandbox's requests to another revision of the contract, until it is reset.
   *
   * @param revision such as {@code 2026-09}, or {@code latest}
   * @throws IllegalArgumentException when the server does not know it; the message lists those that
   *     it knows
   */
  public void useRevision(String revision) {
    control.put("/revision", JsonObject.EMPTY.with("revision", revision));
  }

  /** Returns the values that each model takes under the sandbox's revision. */
  public List<ModelCapabilities> capabilities() {
    return ModelCapabilities.all(control);
  }

  /** Returns the sandbox's time. */
  public MockClock clock() {
    return new MockClock(control);
  }

  /** Returns the sandbox's webhooks. */
  public Webhooks webhooks() {
    return new Webhooks(control);
  }

  /** Returns the sandbox's money. */
  public Account account() {
    return new Account(control);
  }

  /**
   * Registers scenarios, which decide about tasks that are submitted from now on. One of the same
   * name is replaced in its place.
   *
   * @throws IllegalArgumentException when one is not as the server wants it
   */
  public void register(Scenario... scenarios) {
    for (Scenario scenario : scenarios) {
      control.call("POST", "/scenarios", scenario.json());
    }
  }

  /** Returns the registered scenarios, every default filled in, in the order of their matching. */
  public List<Scenario> scenarios() {
    return Scenario.all(control);
  }

  /**
   * Forgets a registered scenario; tasks that have it keep it.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public void unregister(String name) {
    control.delete("/scenarios/" + ControlPlane.segment("name of the scenario", name));
  }

  /** Forgets all registered scenarios, and every count of their faults. */
  public void unregisterAll() {
    control.delete("/scenarios");
  }

  /** Returns the sandbox's tasks, the oldest first. */
  public List<MockTask> tasks() {
    return MockTask.all(control);
  }

  /**
   * Returns a task.
   *
   * @param id the task's id, or a {@code client_business_id}
   * @throws IllegalArgumentException when there is none
   */
  public MockTask task(String id) {
    return MockTask.find(control, id);
  }

  /** Returns the calls with this key that the journal keeps, the oldest first. */
  public List<RecordedCall> requests() {
    return RecordedCall.all(control);
  }

  /** Forgets the calls with this key; their numbers go on. */
  public void forgetRequests() {
    control.delete("/requests");
  }

  /**
   * Waits up to 10 s of real time for a call that was answered, and returns it.
   *
   * @param method such as {@code POST}
   * @param path such as {@code /v1/videos/generations}, or its beginning and {@code *}
   * @throws AssertionError when none comes; the message says what came instead
   * @throws IllegalArgumentException when the path does not begin with a slash
   */
  public RecordedCall awaitCall(String method, String path) {
    if (!path.startsWith("/") && !path.equals("*")) {
      throw new IllegalArgumentException(
          "the path is '%s', expected one such as /v1/videos/generations".formatted(path));
    }
    boolean open = path.endsWith("*");
    String start = open ? path.substring(0, path.length() - 1) : path;
    return new Await("call " + method + " " + path, Await.DEFAULT_LIMIT, clock())
        .first(
            this::requests,
            call ->
                call.method().equals(method.toUpperCase(Locale.ROOT))
                    && (open ? call.path().startsWith(start) : call.path().equals(path)));
  }

  /**
   * Waits for a call that was answered, and returns it.
   *
   * @param limit how long, in real time
   * @param wanted says which
   * @throws AssertionError when none comes; the message says what came instead
   */
  public RecordedCall awaitCall(Duration limit, Predicate<? super RecordedCall> wanted) {
    return new Await("call as wanted", limit, clock()).first(this::requests, wanted);
  }

  /**
   * Returns what the server's validator has against a request, without submitting it; nothing when
   * it is valid and needs no warning.
   *
   * @param request the request's body
   */
  public List<Violation> validate(String request) {
    return JsonObject.read(control.call("POST", "/validate", request))
        .objects("violations")
        .stream()
        .map(Violation::of)
        .toList();
  }

  /** Returns all of the sandbox, to be {@linkplain #restore restored} later. */
  public Snapshot snapshot() {
    return Snapshot.of(control.call("GET", "/snapshot", ""));
  }

  /**
   * Puts a snapshot in the place of the sandbox's state: all of it, or nothing.
   *
   * @throws IllegalArgumentException when a part of it can't be read
   */
  public void restore(Snapshot snapshot) {
    control.call("PUT", "/snapshot", snapshot.json());
  }

  /** Forgets all that is in the sandbox: it is as if the key had never called. */
  public void reset() {
    control.call("POST", "/reset", "");
  }

  /**
   * Calls the control plane, for what has no method here.
   *
   * @param method such as {@code GET}
   * @param path what stands behind {@code /_mock}, such as {@code /requests?status=429}
   * @param body JSON, or empty text
   * @return the body of the response
   */
  public String call(String method, String path, String body) {
    return control.call(method, path, body);
  }

  /** Stops the server when {@link #start} gave this view; any other view leaves it as it is. */
  @Override
  public void close() {
    if (embedded != null) {
      control.setClosed(true);
      embedded.close();
    }
  }

  /** Returns the address; the key is secret. */
  @Override
  public String toString() {
    return "MockServer[" + control.baseUrl() + "]";
  }
}
