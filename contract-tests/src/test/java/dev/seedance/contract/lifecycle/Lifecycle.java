package dev.seedance.contract.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code api-spec/lifecycle.yaml}, as far as programs read it.
 *
 * @param states the states, with the members that a task shows and the next states of each
 * @param invariants the facts that hold as long as a task lives
 */
record Lifecycle(List<State> states, List<Invariant> invariants) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One state of a task. */
  record State(
      String name,
      boolean initial,
      @JsonProperty("final") boolean isFinal,
      List<String> next,
      Range progress,
      List<String> present,
      List<String> absent,
      String billing,
      @Nullable String event) {}

  /** From and to, both included. */
  record Range(int min, int max) {

    boolean has(int value) {
      return min <= value && value <= max;
    }
  }

  /** A fact that holds from response to response. */
  record Invariant(
      String id,
      Kind kind,
      List<String> members,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> unless,
      long seconds,
      String says) {}

  static Lifecycle table() {
    try (var in = ApiSpec.lifecycle().openStream()) {
      return JSON.readValue(in, Lifecycle.class);
    } catch (IOException e) {
      throw new UncheckedIOException("lifecycle.yaml has another form than this class", e);
    }
  }

  Optional<State> state(JsonNode task) {
    String status = task.path("status").asText();
    return states.stream().filter(state -> state.name().equals(status)).findFirst();
  }

  boolean isFinal(JsonNode task) {
    return state(task).filter(State::isFinal).isPresent();
  }

  /**
   * Returns the faults of the last response about a task; empty if it has none.
   *
   * @param history every response about the task, the oldest first; at least one
   */
  List<String> breaches(List<JsonNode> history) {
    JsonNode now = history.get(history.size() - 1);
    Optional<JsonNode> before =
        history.size() < 2 ? Optional.empty() : Optional.of(history.get(history.size() - 2));
    return Stream.of(
            state(now).stream().flatMap(state -> shown(state, now)),
            transition(before, now),
            invariants.stream().flatMap(invariant -> broken(invariant, before, now)))
        .flatMap(breaches -> breaches)
        .toList();
  }

  private static Stream<String> shown(State state, JsonNode task) {
    Stream<String> progress =
        state.progress().has(task.path("progress").asInt(-1))
            ? Stream.of()
            : Stream.of(
                "%s has progress %s, expected %d to %d"
                    .formatted(
                        state.name(),
                        task.get("progress"),
                        state.progress().min(),
                        state.progress().max()));
    return Stream.of(
            progress,
            state.present().stream()
                .filter(member -> !task.hasNonNull(member))
                .map(member -> state.name() + " lacks " + member),
            state.absent().stream()
                .filter(task::hasNonNull)
                .map(member -> state.name() + " must not have " + member),
            billed(state, task.path("billing")))
        .flatMap(breaches -> breaches);
  }

  private static Stream<String> billed(State state, JsonNode billing) {
    String status = billing.path("status").asText();
    return billing.isMissingNode() || status.equals(state.billing())
        ? Stream.of()
        : Stream.of(
            "%s has billing %s, expected %s".formatted(state.name(), status, state.billing()));
  }

  private Stream<String> transition(Optional<JsonNode> before, JsonNode now) {
    String to = now.path("status").asText();
    if (before.isEmpty()) {
      return state(now).stream()
          .filter(state -> !state.initial())
          .map(state -> "a task must not begin as " + to);
    }
    return state(before.get()).stream()
        .filter(from -> state(now).isPresent() || from.isFinal())
        .filter(from -> !from.name().equals(to) && !from.next().contains(to))
        .map(from -> "%s must not lead to %s, only to %s".formatted(from.name(), to, from.next()));
  }

  private Stream<String> broken(Invariant invariant, Optional<JsonNode> before, JsonNode now) {
    boolean counts = !invariant.unless().contains(now.path("status").asText());
    boolean same = before.filter(this::isFinal).isPresent();
    return counts && !invariant.kind().holds(invariant, before.orElse(now), now, same)
        ? Stream.of(
            "%s: %s But %s came after %s"
                .formatted(invariant.id(), invariant.says(), now, before.orElse(now)))
        : Stream.of();
  }
}
