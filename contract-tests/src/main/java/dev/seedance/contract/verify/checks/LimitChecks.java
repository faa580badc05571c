package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.FREE;
import static dev.seedance.contract.verify.Cost.TASK;
import static dev.seedance.contract.verify.checks.Calls.UNKNOWN_TASK;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.CheckSkipped;
import dev.seedance.contract.verify.Cost;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Call;
import dev.seedance.contract.verify.exchange.Exchange;
import java.util.List;
import java.util.stream.Stream;

/** Rates and balances: {@code limits}. Rates are checked if the server states or enforces them. */
final class LimitChecks {

  private static final String WHERE = "openapi.yaml, X-RateLimit-*, 429 and tag Account";
  private static final String PREFIX = "X-RateLimit-";
  private static final List<String> NUMBERS = List.of("Limit", "Remaining", "Reset");

  private LimitChecks() {}

  static List<Check> all(String revision) {
    return new RevisionParts(revision).hasOperation("/balance")
        ? Stream.concat(checks().stream(), shortPaths().stream()).toList()
        : checks();
  }

  private static List<Check> shortPaths() {
    return List.of(
        check(
            FREE,
            "limits.balance-by-short-path",
            "the balance of the key is there by its short path, too",
            target -> balance(target, Calls.balanceByShortPath())),
        check(
            FREE,
            "limits.user-balance-by-short-path",
            "the balance of the account is there by its short path, too",
            target -> balance(target, Calls.userBalanceByShortPath())));
  }

  private static List<Check> checks() {
    return List.of(
        check(
            FREE,
            "limits.balance",
            "the balance of the key is there, and credits agree with dollars",
            target -> balance(target, Calls.balance())),
        check(
            FREE,
            "limits.user-balance",
            "the balance of the account is there, and credits agree with dollars",
            target -> balance(target, Calls.userBalance())),
        check(
            FREE,
            "limits.query-headers",
            "a status call states its limit, what remains, when it is full again, and its category",
            target -> headers(target.call(Calls.status(UNKNOWN_TASK)), "async_query")),
        check(
            FREE,
            "limits.submit-headers",
            "a submit states its limit, what remains, when it is full again, and its category",
            target ->
                headers(
                    target.submitToBeRefused(Calls.submit(Calls.REFUSED_REQUEST)), "async_submit")),
        check(
            TASK,
            "limits.too-many",
            "a call too many is a 429 with rate_limit_exceeded and Retry-After in seconds",
            LimitChecks::tooMany));
  }

  private static Check check(Cost cost, String id, String sentence, Check.Body body) {
    return new Check(id, sentence, cost, WHERE, body);
  }

  private static void balance(Target target, Call call) {
    Exchange exchange = target.call(call).status(200).conforms();
    if (!exchange.json().path("success").asBoolean()) {
      throw exchange.failure("\"success\": true", exchange.show("/success"));
    }
    if (exchange.json().path("unlimited_quota").asBoolean()) {
      return; // then what is left has no meaning, and differs by revision
    }
    double dollars = exchange.json().path("remain_balance").asDouble();
    double credits = exchange.json().path("remain_credits").asDouble();
    double rate = exchange.json().path("credits_per_usd").asDouble();
    if (Math.abs(dollars * rate - credits) > 1) {
      throw exchange.failure(
          "remain_credits = remain_balance x credits_per_usd = " + dollars * rate, "" + credits);
    }
  }

  private static void headers(Exchange exchange, String category) {
    if (exchange.response().header(PREFIX + "Limit").isEmpty()
        && exchange.response().header(PREFIX + "Category").isEmpty()) {
      throw new CheckSkipped(
          "the server states no rates; a mock does when it is started with --rate-limits");
    }
    for (String name : NUMBERS) {
      if (!exchange.header(PREFIX + name).matches("[0-9]+")) {
        throw exchange.failure(
            PREFIX + name + " to be an integer", "'" + exchange.header(PREFIX + name) + "'");
      }
    }
    if (!exchange.header(PREFIX + "Category").equals(category)) {
      throw exchange.failure(
          PREFIX + "Category: " + category, exchange.header(PREFIX + "Category"));
    }
    requireWithin(exchange);
  }

  private static void requireWithin(Exchange exchange) {
    long limit = Long.parseLong(exchange.header(PREFIX + "Limit"));
    long remaining = Long.parseLong(exchange.header(PREFIX + "Remaining"));
    if (remaining > limit) {
      throw exchange.failure("at most " + limit + " remaining", "" + remaining);
    }
  }

  /** Checks the refusals that the checks before have met; a mock is asked for one. */
  private static void tooMany(Target target) {
    if (target.limited().isEmpty() && target.isMock()) {
      target.callOnce(
          Calls.submitCheapest("[mock:rate-limited] A paper boat", "")
              .key(target.settings().apiKey()));
    }
    if (target.limited().isEmpty()) {
      throw new CheckSkipped(
          "no call was one too many; it would take hundreds at once to provoke that");
    }
    for (Exchange exchange : target.limited()) {
      exchange.error(429, "rate_limit_exceeded", "rate_limit_error");
      if (!exchange.header("Retry-After").matches("[0-9]+")) {
        throw exchange.failure(
            "Retry-After in seconds", "'" + exchange.header("Retry-After") + "'");
      }
    }
  }
}
