package dev.seedance.contract.verify.checks;

import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Call;
import dev.seedance.contract.verify.exchange.CheckFailed;
import dev.seedance.contract.verify.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A task from its submission to its end, as the server showed it.
 *
 * @param submitted the submit and its response
 * @param polls the polls, the last of them final
 */
record Life(Exchange submitted, List<Exchange> polls) {

  private static final Set<String> FINAL = Set.of("completed", "failed");

  Life {
    polls = List.copyOf(polls);
  }

  /** Submits a task and follows it to its end. */
  static Life of(Target target, Call submit) {
    return follow(target, target.call(submit).status(200));
  }

  /** Follows a task to its end. */
  static Life follow(Target target, Exchange submitted) {
    String id = submitted.present("/id").text("/id");
    var polls = new ArrayList<Exchange>();
    Optional<Exchange> end =
        target.await(
            () -> {
              Exchange poll = target.call(Calls.status(id)).status(200);
              polls.add(poll);
              return Optional.of(poll).filter(Life::isFinal);
            });
    if (end.isEmpty()) {
      Exchange last = polls.get(polls.size() - 1);
      throw new CheckFailed(
          "the task to end within %d s (--timeout)"
              .formatted(target.settings().timeout().toSeconds()),
          last.show("/status"),
          last);
    }
    return new Life(submitted, polls);
  }

  static boolean isFinal(Exchange exchange) {
    return FINAL.contains(exchange.text("/status"));
  }

  /** Returns the id of the task. */
  String id() {
    return submitted.text("/id");
  }

  /** Returns the last poll. */
  Exchange end() {
    return polls.get(polls.size() - 1);
  }

  /** Returns the last poll, or fails if the task has not completed. */
  Exchange completed() {
    return end().text("/status", "completed");
  }

  /** Returns every exchange, the submit first. */
  List<Exchange> all() {
    return Stream.concat(Stream.of(submitted), polls.stream()).toList();
  }

  /** Returns the exchanges before the end. */
  List<Exchange> beforeTheEnd() {
    return all().stream().filter(exchange -> !isFinal(exchange)).toList();
  }
}
