package dev.seedance.contract.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A task as acknowledged responses describe it.
 *
 * @param id of the task
 * @param order its client_business_id; empty for none
 * @param prompt of its request
 * @param callback the path that its events go to; empty for none
 * @param scenario what it was drawn from
 * @param starts when it starts
 * @param ends when it ends
 * @param outcome the status that it ends in
 */
record TaskFact(
    String id,
    String order,
    String prompt,
    String callback,
    String scenario,
    Instant starts,
    Instant ends,
    String outcome) {

  /** The states in the order in which a task passes them. */
  private static final List<String> STATES =
      List.of("queued", "in_progress", "completed", "failed");

  static TaskFact of(JsonNode planned, String callback) {
    JsonNode plan = planned.path("plan");
    return new TaskFact(
        planned.path("task").path("id").asText(),
        planned.path("task").path("client_business_id").asText(),
        planned.path("prompt").asText(),
        callback,
        planned.path("scenario").asText(),
        Instant.parse(plan.path("starts_at").asText()),
        Instant.parse(plan.path("ends_at").asText()),
        plan.path("outcome").asText());
  }

  /** Returns its state at an instant of the sandbox. */
  String stateAt(Instant now) {
    if (!now.isBefore(ends)) {
      return outcome;
    }
    return now.isBefore(starts) ? "queued" : "in_progress";
  }

  boolean isFinalAt(Instant now) {
    return !now.isBefore(ends) && !outcome.equals("in_progress");
  }

  boolean hasFailedAt(Instant now) {
    return isFinalAt(now) && outcome.equals("failed");
  }

  /** Fails unless a status is that of the plan at an instant between two. */
  void requireStatus(String status, Instant from, Instant to) {
    int is = STATES.indexOf(status);
    int first = STATES.indexOf(stateAt(from));
    int last = STATES.indexOf(stateAt(to));
    boolean possible = status.equals(stateAt(from)) || status.equals(stateAt(to));
    if (is < first || is > last || (is >= 2 && !possible)) {
      throw new AssertionError(
          "status '%s' between %s and %s of %s".formatted(status, from, to, this));
    }
  }
}
