package dev.seedance.mock.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects the options of a server in this JVM. Not thread-safe. */
public final class MockServerBuilder {

  static final String DEFAULT_KEY = "mock-key";
  private static final List<String> ANY_PORT = List.of("--port", "0");

  private final List<String> arguments = new ArrayList<>();
  private final Set<String> apiKeys = new TreeSet<>();
  private @Nullable InstantSource realTime;

  MockServerBuilder() {}

  /** Sets the port, 0 to 65535; 0 takes a free one. Default: 0. */
  public MockServerBuilder port(int port) {
    return options("--port", Integer.toString(port));
  }

  /** Sets how time flows: {@code real}, {@code frozen}, {@code auto}, or {@code x60}. */
  public MockServerBuilder clock(String clock) {
    return options("--clock", clock);
  }

  /** Sets the first instant of every sandbox. Default: real now. */
  public MockServerBuilder clockStart(Instant start) {
    return options("--clock-start", start.toString());
  }

  /** Sets the revision of the contract that requests are held to. */
  public MockServerBuilder revision(String revision) {
    return options("--revision", revision);
  }

  /** Sets the built-in scenario of tasks that ask for none. */
  public MockServerBuilder scenario(String name) {
    return options("--scenario", name);
  }

  /** Sets what ids, durations and chance are drawn from. */
  public MockServerBuilder seed(long seed) {
    return options("--seed", Long.toString(seed));
  }

  /**
   * Adds a key that is welcome. Default: every key is, and {@code mock-key} is this view's.
   *
   * @throws IllegalArgumentException when it is empty, or no header can carry it
   */
  public MockServerBuilder apiKey(String key) {
    String checked = ControlPlane.requireKey(key);
    apiKeys.add(checked);
    return options("--api-key", checked);
  }

  /** Holds callers to the provider's rate limits. */
  public MockServerBuilder rateLimits() {
    return options("--rate-limits");
  }

  /** Adds options as on the command line, such as {@code "--max-tasks", "5"}. */
  public MockServerBuilder options(String... options) {
    arguments.addAll(List.of(options));
    return this;
  }

  /**
   * Sets what the time of sandboxes flows relative to. It never goes back. Default: this machine's
   * time, which flows on even if its date is set.
   */
  public MockServerBuilder realTime(InstantSource realTime) {
    this.realTime = realTime;
    return this;
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @throws IllegalArgumentException when an option is wrong
   * @throws IllegalStateException when the port can't be bound
   */
  public MockServer start() {
    List<String> all = new ArrayList<>(arguments);
    if (!Settings.says(arguments, "--port")) {
      all.addAll(ANY_PORT);
    }
    var server = EmbeddedServer.start(realTime, all.toArray(String[]::new));
    String key = apiKeys.stream().findFirst().orElse(DEFAULT_KEY);
    var control = new ControlPlane(server.baseUrl().toString(), key);
    control.setClosed(false);
    return new MockServer(control, Set.copyOf(apiKeys), server);
  }
}
