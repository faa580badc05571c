package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seedance.mock.plan.Outcome;
import dev.seedance.mock.plan.Plan;
import dev.seedance.mock.plan.Timeline;
import dev.seedance.spec.text.ShownText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The course of a task, as data. Built-in and registered scenarios have the same form.
 *
 * @param name the name by which requests choose it: 1 to 40 lower-case letters, digits and hyphens
 * @param description one sentence for people, at most 500 characters
 * @param match the requests that it applies to unasked; null for none
 * @param timeline the durations of the task
 * @param outcome the end of the task
 * @param faults at most 50 rules; all that apply are injected, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scenario(
    String name,
    String description,
    @Nullable Match match,
    Timeline timeline,
    Outcome outcome,
    List<FaultRule> faults) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

  /** The bytes of the smallest one, and of three patterns. */
  private static final int SIZE = 2_500;

  private static final int MAX_DESCRIPTION = 500;
  private static final int MAX_FAULTS = 50;

  /**
   * Checks every part.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Scenario {
    faults = List.copyOf(faults);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'name' is '%s'; expected 1 to 40 lower-case letters, digits and hyphens"
              .formatted(ShownText.plain(name, 60)));
    }
    requireAtMost(
        MAX_DESCRIPTION, ShownText.length(description), "'description' has %d characters");
    requireAtMost(MAX_FAULTS, faults.size(), "'faults' has %d rules");
  }

  private static void requireAtMost(int max, int size, String said) {
    if (size > max) {
      throw new IllegalArgumentException(
          said.formatted(size) + "; expected at most %d".formatted(max));
    }
  }

  /** Reads a scenario. Default: the durations of the provider, a completed task, no faults. */
  @JsonCreator
  static Scenario of(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("description") @Nullable String description,
      @JsonProperty("match") @Nullable Match match,
      @JsonProperty("timeline") @Nullable Timeline timeline,
      @JsonProperty("outcome") @Nullable Outcome outcome,
      @JsonProperty("faults") @Nullable List<FaultRule> faults) {
    if (name == null) {
      throw new IllegalArgumentException("a scenario needs a 'name'");
    }
    return new Scenario(
        name,
        Objects.requireNonNullElse(description, ""),
        match,
        Objects.requireNonNullElse(timeline, Timeline.REALISTIC),
        Objects.requireNonNullElseGet(outcome, Outcome.Completed::new),
        Objects.requireNonNullElse(faults, List.of()));
  }

  /**
   * Draws the plan of a task.
   *
   * @param now the time of the submit
   */
  public Plan plan(Instant now, Timeline.Run run) {
    return new Plan(now, timeline.queued(run), timeline.running(run), outcome);
  }

  /** Returns the faults of the {@code count}-th submit, poll or attempt, in order. */
  List<Fault> faultsOn(FaultPoint point, int count, String status) {
    return faults.stream()
        .filter(rule -> rule.appliesTo(point, count, status))
        .map(FaultRule::fault)
        .toList();
  }

  /** Returns about the bytes of memory that the scenario takes; 0 for a built-in one. */
  public long size() {
    if (BuiltInScenarios.find(name).isPresent()) {
      return 0; // all have the same
    }
    long rules = faults.stream().mapToLong(FaultRule::size).sum();
    return SIZE + 2L * description.length() + outcome.size() + rules;
  }

  boolean hasFaultsOn(FaultPoint point) {
    return faults.stream().anyMatch(rule -> rule.on() == point);
  }
}
