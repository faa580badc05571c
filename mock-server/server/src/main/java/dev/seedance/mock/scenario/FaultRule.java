package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a fault strikes.
 *
 * @param on what it strikes
 * @param nth which of them, counted from 1; empty for each. Submits and webhook attempts are
 *     counted over the sandbox's tasks of the scenario, polls for each task
 * @param whileStatus only while the task has this status; null for any
 * @param fault what goes wrong
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FaultRule(
    FaultPoint on, List<Integer> nth, @Nullable String whileStatus, Fault fault) {

  private static final int MAX_NTH = 50;

  /**
   * Checks that the fault can strike there.
   *
   * @throws IllegalArgumentException where it can't
   */
  public FaultRule {
    nth = List.copyOf(nth);
    if (nth.size() > MAX_NTH || nth.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "'nth' is " + nth + "; expected up to " + MAX_NTH + " numbers from 1");
    }
    if (!on.takes(fault)) {
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
          "a fault rule needs 'on' (submit, poll or webhook) and 'fault' (an object with 'kind')");
    }
    return new FaultRule(on, nth == null ? List.of() : nth, whileStatus, fault);
  }

  boolean strikes(FaultPoint point, int count, String status) {
    return on == point
        && (nth.isEmpty() || nth.contains(count))
        && (whileStatus == null || whileStatus.equals(status));
  }
}
