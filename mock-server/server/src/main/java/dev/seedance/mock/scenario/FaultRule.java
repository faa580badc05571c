package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.seedance.mock.plan.TaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault and the condition under which it is injected.
 *
 * @param on the point at which it is injected
 * @param nth the numbers, from 1, of the submits, polls or attempts that have it; empty for all.
 *     Submits, webhook attempts and polls of unknown ids are counted over the sandbox's calls of
 *     the scenario, polls for each task
 * @param whileStatus the status that the task must have; null for any
 * @param fault the fault
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FaultRule(
    FaultPoint on, List<Integer> nth, @Nullable String whileStatus, Fault fault) {

  private static final int MAX_NTH = 50;

  /**
   * Checks the numbers and the status, and that the point allows the fault.
   *
   * @throws IllegalArgumentException if one is out of range or unknown, or it does not
   */
  public FaultRule {
    nth = List.copyOf(nth);
    if (nth.size() > MAX_NTH || nth.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "'nth' is " + nth + "; expected up to " + MAX_NTH + " numbers from 1");
    }
    if (whileStatus != null && !TaskState.statuses().contains(whileStatus)) {
      throw new IllegalArgumentException(
          "'while_status' is '" + whileStatus + "'; expected one of " + TaskState.statuses());
    }
    if (!on.allows(fault)) {
      throw new IllegalArgumentException(
          "this kind of fault can't strike on '" + on + "'; possible: " + on.kinds());
    }
  }

  @JsonCreator
  static FaultRule of(
      @JsonProperty("on") @Nullable FaultPoint on,
      @JsonProperty("nth") @Nullable List<Integer> nth,
      @JsonProperty("while_status") @Nullable String whileStatus,
      @JsonProperty("fault") @Nullable Fault fault) {
    if (on == null || fault == null) {
      throw new IllegalArgumentException(
          "a fault rule needs 'on' (submit, poll, unknown_poll or webhook) and 'fault' (an object with 'kind')");
    }
    return new FaultRule(on, nth == null ? List.of() : nth, whileStatus, fault);
  }

  /** Returns about the bytes of memory that the rule takes. */
  long size() {
    return 100 + 20L * nth.size() + fault.size();
  }

  boolean appliesTo(FaultPoint point, int count, String status) {
    return on == point
        && (nth.isEmpty() || nth.contains(count))
        && (whileStatus == null || whileStatus.equals(status));
  }
}
