package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.FREE;
import static dev.seedance.contract.verify.checks.Calls.UNKNOWN_TASK;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.CheckSkipped;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Call;
import dev.seedance.contract.verify.exchange.Exchange;
import java.util.List;

/** Access by key: {@code auth}. */
final class AuthChecks {

  private static final String WHERE = "openapi.yaml, bearerAuth and the answers 401";

  /** A made-up key, so that a response that repeats it is found out. */
  private static final String MADE_UP_KEY = "sk-verify-no-such-key-5f1c0d";

  private AuthChecks() {}

  static List<Check> all() {
    return List.of(
        check(
            "auth.missing-key",
            "a status call without a key is refused with 401",
            target -> unauthorized(target.callAsIs(Calls.status(UNKNOWN_TASK)))),
        check(
            "auth.missing-key-on-submit",
            "a submit without a key is refused with 401, before its body is looked at",
            target -> unauthorized(target.callAsIs(Calls.submit(Calls.REFUSED_REQUEST)))),
        check(
            "auth.other-scheme",
            "a key in another scheme than Bearer is refused with 401",
            target ->
                unauthorized(
                    target.callAsIs(
                        Calls.status(UNKNOWN_TASK).authorization("Basic " + MADE_UP_KEY)))),
        check(
            "auth.empty-key",
            "a Bearer header without a key is refused with 401",
            target ->
                unauthorized(target.callAsIs(Calls.status(UNKNOWN_TASK).authorization("Bearer ")))),
        check("auth.unknown-key", "an unknown key is refused with 401", AuthChecks::unknownKey),
        check(
            "auth.scheme-in-any-case",
            "the name of the scheme is taken in any case: 'bearer' is 'Bearer'",
            target -> {
              String key = target.settings().apiKey();
              target
                  .callAsIs(Calls.status(UNKNOWN_TASK).authorization("bearer " + key))
                  .status(404);
            }),
        check(
            "auth.no-echo",
            "a refusal repeats nothing of what was sent as a key",
            AuthChecks::noEcho),
        check(
            "auth.missing-key-on-assets",
            "an asset call without a key is refused with 401 in the envelope of its endpoint",
            target -> target.callAsIs(Calls.asset(Calls.UNKNOWN_ASSET)).refusal(401)),
        check(
            "auth.missing-key-on-uploads",
            "an upload without a key is refused with 401 in the envelope of its endpoint",
            target -> target.callAsIs(Uploads.IMAGES.emptyForm()).refusal(401)),
        check(
            "auth.missing-key-on-balance",
            "a balance call without a key is refused with 401 in the envelope of its endpoint",
            target -> target.callAsIs(Calls.balance()).refusal(401)));
  }

  private static Check check(String id, String sentence, Check.Body body) {
    return new Check(id, sentence, FREE, WHERE, body);
  }

  private static void unauthorized(Exchange exchange) {
    exchange.error(401, "unauthorized", "authentication_error");
  }

  private static void unknownKey(Target target) {
    Exchange exchange = target.callAsIs(Calls.status(UNKNOWN_TASK).key(MADE_UP_KEY));
    if (target.isMock() && exchange.response().status() == 404) {
      throw new CheckSkipped(
          "this mock welcomes every key; start it with --api-key to have unknown ones refused");
    }
    unauthorized(exchange);
  }

  private static void noEcho(Target target) {
    Call call = Calls.status(UNKNOWN_TASK).authorization("Basic " + MADE_UP_KEY);
    Exchange exchange = target.callAsIs(call);
    if (exchange.response().text().contains(MADE_UP_KEY)) {
      throw exchange.failure("an answer without the key that was sent", "the key in the body");
    }
  }
}
