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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Failed calls: {@code errors}. */
final class ErrorChecks {

  private static final String WHERE = "openapi.yaml, the error answers and ErrorResponse";
  private static final int OVER_A_MEBIBYTE = (1 << 20) + 1;
  private static final String REQUEST_ID = "X-Request-Id";

  private ErrorChecks() {}

  static List<Check> all() {
    return List.of(
        check("errors.broken-json", "a body that is no JSON is a 400", refused("{\"model\":")),
        check("errors.empty-body", "an empty body is a 400", refused("")),
        check("errors.not-an-object", "a JSON body that is no object is a 400", refused("[]")),
        check("errors.param", "a 400 about one field names it as param", ErrorChecks::param),
        check(
            "errors.unknown-task",
            "an unknown task is a 404 with the code task_not_found",
            target -> unknownTask(target.call(Calls.status(UNKNOWN_TASK)))),
        check(
            "errors.odd-ids",
            "an id of any form is answered with a 4xx at worst",
            ErrorChecks::oddIds),
        check(
            "errors.other-methods",
            "a method that the contract does not have is answered with a 4xx",
            ErrorChecks::otherMethods),
        check(
            "errors.too-large",
            "a body over 1 MiB is refused with 413, or with 400",
            target ->
                target
                    .submitToBeRefused(Calls.submit(new byte[OVER_A_MEBIBYTE]))
                    .status(400, 413)
                    .conforms()),
        check(
            "errors.no-internals",
            "an error tells nothing of the server's insides",
            ErrorChecks::noInternals),
        check(
            "errors.request-id",
            "if the server names its answers by X-Request-Id, then all, and each by another",
            ErrorChecks::requestIds),
        provoked(
            "errors.moderation",
            "a prompt that moderation turns down is a 422 with the code content_policy_violation",
            "policy-rejected",
            "ask for something that is not allowed, and risk the account",
            exchange -> exchange.error(422, "content_policy_violation", "invalid_request_error")),
        provoked(
            "errors.quota",
            "a task that the balance does not cover is a 402 with the code insufficient_quota",
            "quota-exhausted",
            "empty the account",
            exchange -> exchange.error(402, "insufficient_quota", "payment_required")),
        new Check(
            "errors.unavailable",
            "a server that can't take calls says so with 503, the code rate_limit_unavailable and"
                + " Retry-After",
            TASK,
            WHERE,
            ErrorChecks::unavailable));
  }

  private static Check check(String id, String sentence, Check.Body body) {
    return new Check(id, sentence, FREE, WHERE, body);
  }

  /** Returns a check of a failure that only a mock makes on demand. */
  private static Check provoked(
      String id,
      String sentence,
      String scenario,
      String otherwise,
      Consumer<Exchange> expectation) {
    return new Check(
        id,
        sentence,
        Cost.TASK,
        WHERE,
        target -> {
          requireMock(target, otherwise);
          expectation.accept(
              target.callOnce(
                  Calls.submitCheapest("[mock:%s] A paper boat".formatted(scenario), "")
                      .key(target.settings().apiKey())));
        });
  }

  static void requireMock(Target target, String otherwise) {
    if (!target.isMock()) {
      throw new CheckSkipped(
          "can't be provoked: one would have to " + otherwise + "; a mock does it on demand");
    }
  }

  private static Check.Body refused(String body) {
    return target ->
        target
            .submitToBeRefused(Calls.submit(body))
            .error(400, "invalid_request", "invalid_request_error");
  }

  private static void unknownTask(Exchange exchange) {
    exchange.error(404, "task_not_found", "not_found_error");
  }

  private static void param(Target target) {
    target
        .submitToBeRefused(Calls.submit(Calls.REFUSED_REQUEST))
        .status(400)
        .conforms()
        .text("/error/param", "duration");
  }

  private static void oddIds(Target target) {
    for (String id : List.of("..", "a b", "ü", "%", "'\"<", "\u0000", "x".repeat(300))) {
      requireClientError(target.call(Calls.status(id)));
    }
  }

  private static void otherMethods(Target target) {
    Call status = Calls.status(UNKNOWN_TASK);
    for (String method : List.of("DELETE", "PUT", "PATCH")) {
      requireClientError(target.call(status.method(method)));
    }
    Exchange head = target.call(status.method("HEAD"));
    requireClientError(head);
    if (head.response().body().length > 0) {
      throw head.failure("no body on HEAD", head.response().body().length + " bytes");
    }
  }

  private static void requireClientError(Exchange exchange) {
    int status = exchange.response().status();
    if (status < 400 || status > 499) {
      throw exchange.failure("a 4xx", "HTTP " + status);
    }
  }

  private static void noInternals(Target target) {
    List<Call> calls =
        List.of(Calls.submit("{"), Calls.submit(""), Calls.status("\u0000"), Calls.status("'\"<"));
    for (Call call : calls) {
      Exchange exchange = target.submitToBeRefused(call);
      List.of("\tat ", "Traceback (most", "Exception in thread", "SQLSTATE", "<html")
          .forEach(trace -> requireWithout(exchange, trace));
    }
  }

  private static void requireWithout(Exchange exchange, String trace) {
    String text = exchange.response().text().replace("\\t", "\t"); // as JSON writes it
    if (text.contains(trace)) {
      throw exchange.failure("an error for people and programs", "'" + trace.strip() + "' in it");
    }
  }

  private static void requestIds(Target target) {
    List<Exchange> exchanges =
        List.of(
            target.call(Calls.status(UNKNOWN_TASK)),
            target.call(Calls.status(UNKNOWN_TASK)),
            target.submitToBeRefused(Calls.submit("{")),
            target.callAsIs(Calls.status(UNKNOWN_TASK)),
            target.call(Calls.balance()));
    if (exchanges.stream().allMatch(exchange -> requestId(exchange).isEmpty())) {
      throw new CheckSkipped("the server sends no X-Request-Id, which the contract leaves open");
    }
    Set<String> seen = new HashSet<>();
    for (Exchange exchange : exchanges) {
      if (!seen.add(exchange.header(REQUEST_ID))) {
        throw exchange.failure("another " + REQUEST_ID, "one that was there before");
      }
    }
  }

  private static Optional<String> requestId(Exchange exchange) {
    return exchange.response().header(REQUEST_ID);
  }

  private static void unavailable(Target target) {
    requireMock(target, "bring the provider down");
    String key = target.settings().apiKey();
    Call submit = Calls.submitCheapest("[mock:flaky-polls] A paper boat", "");
    String id = target.call(submit).status(200).text("/id");
    for (int poll = 1; poll <= 3; poll++) {
      Exchange exchange = target.callOnce(Calls.status(id).key(key));
      if (exchange.response().status() == 503) {
        exchange.error(503, "rate_limit_unavailable", "api_error").header("Retry-After");
        return;
      }
    }
    throw new CheckSkipped("the mock did not do as its scenario flaky-polls says");
  }
}
