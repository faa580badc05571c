package dev.seedance.contract.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.contract.lifecycle.Lifecycle.Invariant;
import java.util.List;

/** A way to check an invariant. */
enum Kind {
  @JsonProperty("constant")
  CONSTANT {
    @Override
    boolean holds(Invariant invariant, JsonNode before, JsonNode now, boolean wasFinal) {
      return invariant.members().stream()
          .allMatch(member -> before.path(member).equals(now.path(member)));
    }
  },

  @JsonProperty("never-falls")
  NEVER_FALLS {
    @Override
    boolean holds(Invariant invariant, JsonNode before, JsonNode now, boolean wasFinal) {
      return invariant.members().stream()
          .allMatch(member -> before.path(member).asLong() <= now.path(member).asLong());
    }
  },

  @JsonProperty("ordered")
  ORDERED {
    @Override
    boolean holds(Invariant invariant, JsonNode before, JsonNode now, boolean wasFinal) {
      List<Long> values = numbers(invariant, now);
      return values.equals(values.stream().sorted().toList());
    }
  },

  @JsonProperty("apart")
  APART {
    @Override
    boolean holds(Invariant invariant, JsonNode before, JsonNode now, boolean wasFinal) {
      List<Long> values = numbers(invariant, now);
      return values.size() < 2 || values.get(1) - values.get(0) == invariant.seconds();
    }
  },

  @JsonProperty("throughout")
  THROUGHOUT {
    @Override
    boolean holds(Invariant invariant, JsonNode before, JsonNode now, boolean wasFinal) {
      return invariant.members().stream().allMatch(member -> before.has(member) == now.has(member));
    }
  },

  @JsonProperty("unchanged")
  UNCHANGED {
    @Override
    boolean holds(Invariant invariant, JsonNode before, JsonNode now, boolean wasFinal) {
      return !wasFinal || before.equals(now);
    }
  };

  /**
   * Returns true if a response may follow another one.
   *
   * @param wasFinal true if the task was final in the response before
   */
  abstract boolean holds(Invariant invariant, JsonNode before, JsonNode now, boolean wasFinal);

  private static List<Long> numbers(Invariant invariant, JsonNode task) {
    return invariant.members().stream()
        .filter(task::hasNonNull)
        .map(member -> task.get(member).asLong())
        .toList();
  }
}
