package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.TASK;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.CheckSkipped;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Exchange;
import java.math.BigDecimal;
import java.util.List;

/** The {@code billing} of tasks: {@code billing}. A server may leave it out. */
final class BillingChecks {

  private static final String WHERE = "openapi.yaml, Billing";
  private static final String AMOUNT = "\\d{1,15}(\\.\\d{1,15})?";
  private static final List<String> AMOUNTS = List.of("credits", "cost_usd");

  private BillingChecks() {}

  static List<Check> all(String revision) {
    return new RevisionParts(revision).hasBilling() ? checks() : List.of();
  }

  private static List<Check> checks() {
    return List.of(
        check(
            "billing.pending",
            "billing is pending and without amounts while a task runs",
            target -> {
              List<Exchange> running = LifecycleChecks.theLife(target).beforeTheEnd();
              running.forEach(BillingChecks::requireTold);
              running.forEach(BillingChecks::pending);
            }),
        check(
            "billing.settled",
            "billing is settled once a task has completed, with amounts as decimal texts",
            target -> settled(target, requireTold(LifecycleChecks.theLife(target).completed()))),
        check(
            "billing.refunded",
            "billing of a failed task is refunded, at a net cost of zero",
            target -> refunded(requireTold(FailedTask.thatFailed(target).end()))),
        check(
            "billing.webhook",
            "an event tells the billing of the status call",
            target -> {
              WebhookStory story = WebhookStory.of(target);
              requireTold(story.life().end());
              story.sameBilling(story.first());
            }));
  }

  private static Check check(String id, String sentence, Check.Body body) {
    return new Check(id, sentence, TASK, WHERE, body);
  }

  /** Skips a check if the server tells no billing. */
  private static Exchange requireTold(Exchange exchange) {
    if (!exchange.json().has("billing")) {
      throw new CheckSkipped("the server tells no billing");
    }
    return exchange;
  }

  private static void pending(Exchange exchange) {
    exchange.text("/billing/status", "pending");
    AMOUNTS.forEach(amount -> exchange.absent("/billing/" + amount));
  }

  private static void settled(Target target, Exchange end) {
    end.text("/billing/status", "settled");
    BigDecimal credits = amount(end, "credits");
    BigDecimal dollars = amount(end, "cost_usd");
    JsonNode balance = target.call(Calls.balance()).status(200).json();
    BigDecimal expected = dollars.multiply(balance.path("credits_per_usd").decimalValue());
    if (credits.subtract(expected).abs().compareTo(BigDecimal.ONE) > 0) {
      throw end.failure("credits = cost_usd x credits_per_usd = " + expected, "" + credits);
    }
  }

  private static void refunded(Exchange exchange) {
    exchange.text("/billing/status", "refunded");
    for (String name : AMOUNTS) {
      if (exchange.json().path("billing").has(name) && amount(exchange, name).signum() != 0) {
        throw exchange.failure("a net cost of 0", exchange.show("/billing"));
      }
    }
  }

  private static BigDecimal amount(Exchange exchange, String name) {
    return new BigDecimal(
        exchange.matches("/billing/" + name, AMOUNT, "a decimal text").text("/billing/" + name));
  }
}
