package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.TASK;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Exchange;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The caller's own ids: {@code idempotency}. A right server makes one task of all this. */
final class IdempotencyChecks {

  private static final String WHERE = "openapi.yaml, client_business_id; decisions D6 and D7";

  /** A task and the caller's id of it. */
  private record Named(String businessId, Exchange submitted) {
    String taskId() {
      return submitted.text("/id");
    }
  }

  private IdempotencyChecks() {}

  static List<Check> all() {
    return List.of(
        check(
            "idempotency.echo",
            "a client_business_id is echoed in the answer to the submit and in the status",
            (target, named) -> {
              named.submitted().text("/client_business_id", named.businessId());
              target
                  .call(Calls.status(named.taskId()))
                  .status(200)
                  .text("/client_business_id", named.businessId());
            }),
        check(
            "idempotency.status-by-business-id",
            "the status can be asked for by client_business_id",
            (target, named) ->
                target
                    .call(Calls.status(named.businessId()))
                    .status(200)
                    .conforms()
                    .text("/id", named.taskId())),
        check(
            "idempotency.same-submit",
            "the same submit with a known client_business_id answers with the same task",
            (target, named) -> again(target, named, topLevel("A paper boat", named.businessId()))),
        check(
            "idempotency.other-submit",
            "another submit with a known client_business_id answers with the first task",
            (target, named) -> again(target, named, topLevel("A kite", named.businessId()))),
        check(
            "idempotency.in-metadata",
            "a known client_business_id in metadata answers with the same task",
            (target, named) ->
                again(
                    target,
                    named,
                    "\"prompt\":\"A paper boat\",\"metadata\":{\"client_business_id\":\"%s\"}"
                        .formatted(named.businessId()))),
        check(
            "idempotency.own-ids-only",
            "a client_business_id leads nobody else to the task",
            (target, named) ->
                LifecycleChecks.hidden(target.callAsOther(Calls.status(named.businessId())))));
  }

  private static Check check(String id, String sentence, BiConsumer<Target, Named> fact) {
    return new Check(id, sentence, TASK, WHERE, target -> fact.accept(target, theTask(target)));
  }

  private static Named theTask(Target target) {
    return target.once(
        "idempotency",
        () -> {
          String businessId = "verify " + UUID.randomUUID(); // a blank must survive the path
          return new Named(
              businessId, submit(target, topLevel("A paper boat", businessId)).conforms());
        });
  }

  private static Exchange submit(Target target, String members) {
    return target.call(Calls.submit("{" + Calls.CHEAPEST + "," + members + "}")).status(200);
  }

  private static void again(Target target, Named named, String members) {
    submit(target, members).conforms().text("/id", named.taskId());
  }

  private static String topLevel(String prompt, String businessId) {
    return "\"prompt\":\"%s\",\"client_business_id\":\"%s\"".formatted(prompt, businessId);
  }
}
