package dev.seedance.mock.scenario;

import static java.util.stream.Collectors.joining;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.PartChanges;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of one sandbox: its own beside the built-in ones, the choice for a request, and the
 * counts of their faults.
 *
 * <p>Thread-safe. The number of own scenarios is bounded.
 */
public final class Scenarios {

  private static final Pattern PROMPT_MARKER = Pattern.compile("\\[mock:([a-z0-9-]{1,40})]");

  private final HeldBytes heldBytes;
  private final PartChanges changes;
  private final String fallback;
  private final int max;
  private final FaultCounts counts;

  /** Immutable, and replaced under the lock: each submit reads it, and few calls change it. */
  private volatile Map<String, Scenario> own = Map.of();

  /**
   * Starts with the built-in scenarios only.
   *
   * @param options the scenario of requests that choose none, and the bounds
   * @param heldBytes counts the own scenarios and the counts
   * @param changes keeps account of both
   */
  Scenarios(OptionValues options, HeldBytes heldBytes, PartChanges changes) {
    this.heldBytes = heldBytes;
    this.changes = changes;
    fallback = options.get(MockOptions.SCENARIO);
    max = options.get(MockOptions.MAX_SCENARIOS);
    counts = new FaultCounts(options.get(MockOptions.MAX_TASKS), heldBytes, changes);
  }

  /**
   * Adds a scenario; one of the same name is replaced in its place.
   *
   * @throws IllegalArgumentException if a built-in one has the name, or there are too many
   */
  public synchronized void register(Scenario scenario) {
    requireOwnName(scenario);
    if (own.size() >= max && !own.containsKey(scenario.name())) {
      throw new IllegalArgumentException(
          "this sandbox has %d scenarios already; delete some first, or raise --max-scenarios"
              .formatted(max));
    }
    change(scenarios -> scenarios.put(scenario.name(), scenario));
    counts.forget(scenario.name());
  }

  /** Forgets a scenario and tells if there was one; its tasks keep it. */
  public synchronized boolean remove(String name) {
    counts.forget(name);
    boolean known = own.containsKey(name);
    change(scenarios -> scenarios.remove(name));
    return known;
  }

  /** Forgets all of the sandbox's own scenarios, and every count. */
  public void clear() {
    replaceAll(List.of(), FaultCounts.State.NONE);
  }

  /** Forgets the oldest own scenario; false if there is none. */
  synchronized boolean forgetOldest() {
    return own.keySet().stream().findFirst().map(this::remove).orElse(false);
  }

  /** Returns the sandbox's own scenarios, in the order in which their matches are tried. */
  public List<Scenario> all() {
    return List.copyOf(own.values());
  }

  /**
   * Chooses the scenario of a request: the first own one that matches, else the one in the header,
   * else the one in the prompt as {@code [mock:NAME]}, else the server's default.
   *
   * @param header the name in the header, null if there is none
   * @throws IllegalArgumentException if the named one is unknown
   */
  public Scenario choose(Match.Facts facts, @Nullable String header) {
    return own.values().stream()
        .filter(scenario -> scenario.match() != null && scenario.match().matches(facts))
        .findFirst()
        .orElseGet(() -> named(header != null ? header : marker(facts.prompt()).orElse(fallback)));
  }

  /** Returns the faults of a submit, which counts as one of the scenario. */
  public List<Fault.OfResponse> onSubmit(Scenario scenario) {
    return faultsOn(scenario, FaultPoint.SUBMIT, scenario.name(), "", Fault.OfResponse.class);
  }

  /**
   * Returns the faults of a poll, which counts as one of the task.
   *
   * @param scenario the scenario of the task
   * @param status the status of the task
   */
  public List<Fault.OfResponse> onPoll(Scenario scenario, String taskId, String status) {
    return faultsOn(scenario, FaultPoint.POLL, taskId, status, Fault.OfResponse.class);
  }

  /**
   * Returns the faults of a poll of an unknown id, which counts as one of the scenario.
   *
   * @param header the name of a scenario in the header of the poll; null for the server's default
   * @throws IllegalArgumentException if the named scenario is unknown
   */
  public List<Fault.OfResponse> onUnknownPoll(@Nullable String header) {
    Scenario scenario = named(header != null ? header : fallback);
    FaultPoint point = FaultPoint.UNKNOWN_POLL;
    return faultsOn(scenario, point, scenario.name(), "", Fault.OfResponse.class);
  }

  /** Returns the faults of a webhook attempt, which counts as one of the scenario. */
  public List<Fault.OfWebhook> onWebhook(Scenario scenario) {
    return faultsOn(scenario, FaultPoint.WEBHOOK, scenario.name(), "", Fault.OfWebhook.class);
  }

  /**
   * Checks scenarios to restore.
   *
   * @throws IllegalArgumentException if they are too many, or a built-in one has the name of one
   */
  void requireRestorable(Collection<Scenario> scenarios) {
    scenarios.forEach(Scenarios::requireOwnName);
    if (scenarios.size() > max) {
      throw new IllegalArgumentException(
          "it has %d scenarios, at most %d are kept; raise --max-scenarios"
              .formatted(scenarios.size(), max));
    }
  }

  private static void requireOwnName(Scenario scenario) {
    if (BuiltInScenarios.find(scenario.name()).isPresent()) {
      throw new IllegalArgumentException(
          "'" + scenario.name() + "' is the name of a built-in scenario; choose another");
    }
  }

  /** Returns the counts of all faults. */
  FaultCounts counts() {
    return counts;
  }

  /** Replaces all own scenarios and counts. */
  synchronized void replaceAll(Collection<Scenario> scenarios, FaultCounts.State state) {
    change(
        present -> {
          present.clear();
          scenarios.forEach(scenario -> present.put(scenario.name(), scenario));
        });
    counts.replace(state);
    changes.replaced();
  }

  /** Replaces the own scenarios; called under the lock. */
  private void change(Consumer<Map<String, Scenario>> change) {
    Map<String, Scenario> changed = new LinkedHashMap<>(own);
    change.accept(changed);
    heldBytes.add(size(changed) - size(own));
    own = Collections.unmodifiableMap(changed);
    changes.mark(ScenarioForm.OWN);
  }

  private static long size(Map<String, Scenario> scenarios) {
    return scenarios.values().stream().mapToLong(Scenario::size).sum();
  }

  private <T extends Fault> List<T> faultsOn(
      Scenario scenario, FaultPoint point, String counted, String status, Class<T> type) {
    if (!scenario.hasFaultsOn(point)) {
      return List.of();
    }
    int count = counts.next(point, counted);
    return scenario.faultsOn(point, count, status).stream().map(type::cast).toList();
  }

  private Scenario named(String name) {
    Scenario mine = own.get(name);
    return mine != null ? mine : BuiltInScenarios.find(name).orElseThrow(() -> unknown(name));
  }

  private IllegalArgumentException unknown(String name) {
    Stream<String> names = Stream.concat(BuiltInScenarios.names().stream(), own.keySet().stream());
    return new IllegalArgumentException(
        "unknown mock scenario '%s'; known: %s".formatted(name, names.collect(joining(", "))));
  }

  private static Optional<String> marker(@Nullable String prompt) {
    if (prompt == null || !prompt.contains("[mock:")) { // most prompts
      return Optional.empty();
    }
    Matcher marker = PROMPT_MARKER.matcher(prompt);
    return marker.find() ? Optional.of(marker.group(1)) : Optional.empty();
  }
}
