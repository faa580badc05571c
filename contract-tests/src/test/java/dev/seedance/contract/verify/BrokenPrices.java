package dev.seedance.contract.verify;

import static dev.seedance.contract.verify.Breakage.requests;
import static dev.seedance.contract.verify.Breakage.responses;
import static dev.seedance.contract.verify.Breakage.tasks;
import static dev.seedance.contract.verify.BrokenServer.calls;
import static dev.seedance.contract.verify.BrokenServer.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.contract.verify.Breakage.Message;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Servers with faults in what the newest revision has more: prices, models and billing. */
final class BrokenPrices {

  private static final String PRICING = "/v1/pricing";
  private static final String MODELS = "/v1/models";

  private BrokenPrices() {}

  static List<BrokenServer> all() {
    return Stream.of(prices(), models(), balances(), billing()).flatMap(List::stream).toList();
  }

  private static List<BrokenServer> prices() {
    return List.of(
        calls(
            "has prices of numbers",
            responses(to(PRICING), response -> response.change(BrokenPrices::withNumbers)),
            "prices.list",
            "prices.pages"),
        calls(
            "has prices that are no amounts",
            responses(
                to(PRICING),
                response ->
                    response.change(list -> each(list, price -> price.put("unit_price", "?")))),
            "prices.list"),
        calls(
            "has prices that proxies store",
            responses(to(PRICING), response -> response.header("Cache-Control", "max-age=60")),
            "prices.not-stored"),
        calls(
            "gives the same page for ever",
            requests(
                to(PRICING),
                request -> request.start(request.start().replaceAll("&after=[^& ]*", ""))),
            "prices.pages"),
        calls(
            "does not say how to go on",
            responses(
                to(PRICING), response -> response.change(list -> put(list, "next_after", ""))),
            "prices.pages"),
        calls(
            "has another code for an unknown model",
            responses(
                to(PRICING),
                response ->
                    response.change(
                        body -> {
                          if (response.status() == 404) {
                            BrokenCalls.member(body, "error", "code", "task_not_found");
                          }
                        })),
            "prices.unknown-model"),
        calls(
            "skips unknown parameters",
            requests(
                to(PRICING), request -> request.start(request.start().replace("?verify=1", ""))),
            "prices.unknown-parameter"),
        calls(
            "takes any limit",
            requests(
                to(PRICING),
                request -> request.start(request.start().replace("limit=101", "limit=100"))),
            "prices.limit"));
  }

  private static List<BrokenServer> models() {
    return List.of(
        calls(
            "lists models without an id",
            responses(
                to(MODELS),
                response ->
                    response.change(
                        list ->
                            list.path("data")
                                .forEach(model -> ((ObjectNode) model).put("id", "")))),
            "prices.models"),
        calls(
            "has no models of text",
            (request, server) ->
                request.start().endsWith(MODELS) && request.header("Authorization") != null
                    ? new Message(
                        "404",
                        BrokenCalls.json(),
                        BrokenCalls.bytes(BrokenCalls.error("not_found", "no")))
                    : server.apply(request),
            "prices.models-without-type"),
        calls(
            "lists models for anybody",
            requests(
                to(MODELS),
                request ->
                    request.header("Authorization") == null
                        ? request.header("Authorization", "Bearer anybody")
                        : request),
            "prices.models-need-a-key"));
  }

  private static List<BrokenServer> balances() {
    return List.of(
        calls(
            "has no short path of the key's balance",
            responses(request -> path(request).equals("/balance"), response -> response.start(404)),
            "limits.balance-by-short-path"),
        calls(
            "has no short path of the account's balance",
            responses(
                request -> path(request).equals("/user/balance"), response -> response.start(404)),
            "limits.user-balance-by-short-path"));
  }

  private static List<BrokenServer> billing() {
    return List.of(
        calls(
            "settles before the end",
            tasks(is("queued", "in_progress"), task -> bill(task).put("status", "settled")),
            "billing.pending"),
        calls(
            "has amounts while the task runs",
            tasks(is("queued", "in_progress"), task -> bill(task).put("cost_usd", "0.4")),
            "billing.pending"),
        calls(
            "leaves a completed task pending",
            tasks(is("completed"), task -> bill(task).put("status", "pending")),
            "billing.settled",
            "billing.webhook"),
        calls(
            "has credits that are not what was paid",
            tasks(is("completed"), task -> bill(task).put("credits", "100000")),
            "billing.settled",
            "billing.webhook"),
        calls(
            "keeps the money of a failed task",
            tasks(is("failed"), task -> bill(task).put("cost_usd", "0.4")),
            "billing.refunded"),
        webhooks(
            "has no billing in events",
            BrokenWebhooks.changed(event -> ((ObjectNode) event.path("data")).remove("billing")),
            "billing.webhook"));
  }

  private static Predicate<Message> to(String path) {
    return request -> path(request).startsWith(path);
  }

  private static String path(Message request) {
    return request.start().substring(request.start().indexOf(' ') + 1);
  }

  private static Predicate<JsonNode> is(String... statuses) {
    return task -> List.of(statuses).contains(task.path("status").asText());
  }

  private static ObjectNode bill(ObjectNode task) {
    return task.withObject("/billing");
  }

  private static void put(ObjectNode list, String member, String value) {
    if (list.has(member)) {
      list.put(member, value);
    }
  }

  private static void withNumbers(ObjectNode list) {
    each(list, price -> price.put("unit_price", price.path("unit_price").asDouble()));
  }

  private static void each(ObjectNode list, Consumer<ObjectNode> change) {
    list.path("data")
        .forEach(model -> model.path("prices").forEach(price -> change.accept((ObjectNode) price)));
  }
}
