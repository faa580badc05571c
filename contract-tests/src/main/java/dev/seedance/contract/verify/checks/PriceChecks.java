package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.FREE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Exchange;
import dev.seedance.spec.price.PriceList;
import java.util.List;

/** Prices and models: {@code prices}. */
final class PriceChecks {

  private static final String WHERE = "openapi.yaml, GET /v1/pricing and GET /v1/models";
  private static final String UNKNOWN_MODEL = "seedance-verify-no-such-model";

  private PriceChecks() {}

  static List<Check> all(String revision) {
    return new RevisionParts(revision).hasOperation(Calls.PRICING) ? checks() : List.of();
  }

  private static List<Check> checks() {
    return List.of(
        check(
            "prices.list",
            "prices are a list with amounts as decimal texts",
            target -> requireAmounts(target.call(Calls.pricing("")).status(200).conforms())),
        check(
            "prices.not-stored",
            "prices are not to be stored: Cache-Control has private and no-store",
            PriceChecks::notStored),
        check(
            "prices.pages",
            "a page of one model names the next one, and the last page names none",
            PriceChecks::pages),
        check(
            "prices.unknown-model",
            "an unknown model is a 404 with model_not_found",
            target ->
                target
                    .call(Calls.pricing("?model=" + UNKNOWN_MODEL))
                    .error(404, "model_not_found", "not_found_error")),
        check(
            "prices.unknown-parameter",
            "a parameter that is not known is refused with 400",
            target -> requireInvalid(target.call(Calls.pricing("?verify=1")))),
        check(
            "prices.limit",
            "a limit over 100 is refused with 400",
            target -> requireInvalid(target.call(Calls.pricing("?limit=101")))),
        check(
            "prices.models",
            "models are a list; each has an id",
            target -> requireIds(target.call(Calls.models("?type=all")).status(200).conforms())),
        check(
            "prices.models-without-type",
            "a call without a type, as programs test a connection with, is a 200 with a list",
            target -> target.call(Calls.models("")).status(200).conforms()),
        check(
            "prices.models-need-a-key",
            "a call without a key is refused with 401",
            target ->
                target
                    .callAsIs(Calls.models(""))
                    .error(401, "unauthorized", "authentication_error")));
  }

  private static Check check(String id, String sentence, Check.Body body) {
    return new Check(id, sentence, FREE, WHERE, body);
  }

  private static void requireAmounts(Exchange exchange) {
    for (JsonNode price : exchange.json().findValues("unit_price")) {
      if (!price.isTextual()) {
        throw exchange.failure("amounts as decimal texts", price.toString());
      }
    }
    try {
      PriceList.parse(exchange.response().text());
    } catch (IllegalArgumentException e) {
      throw exchange.failure("a price list", String.valueOf(e.getMessage()));
    }
  }

  private static void notStored(Target target) {
    Exchange exchange = target.call(Calls.pricing("")).status(200);
    String control = exchange.header("Cache-Control");
    if (!control.contains("private") || !control.contains("no-store")) {
      throw exchange.failure("Cache-Control: private, no-store", "'" + control + "'");
    }
  }

  private static void pages(Target target) {
    Exchange first = target.call(Calls.pricing("?limit=1")).status(200).conforms();
    int models = first.json().path("data").size();
    String next = first.text("/next_after");
    boolean more = first.json().path("has_more").asBoolean();
    if (models > 1 || more == next.isEmpty()) {
      throw first.failure(
          "at most 1 model, and next_after if and only if has_more",
          "%d models, has_more %s, next_after '%s'".formatted(models, more, next));
    }
    if (more) {
      Exchange second = target.call(Calls.pricing("?limit=1&after=" + Calls.encode(next)));
      if (second.status(200).text("/data/0/id").equals(first.text("/data/0/id"))) {
        throw second.failure("another model", second.show("/data/0/id") + " again");
      }
    }
  }

  private static void requireInvalid(Exchange exchange) {
    exchange.error(400, "invalid_request", "invalid_request_error");
  }

  private static void requireIds(Exchange exchange) {
    for (JsonNode model : exchange.json().path("data")) {
      if (model.path("id").asText().isBlank()) {
        throw exchange.failure("a model with an id", model.toString());
      }
    }
  }
}
