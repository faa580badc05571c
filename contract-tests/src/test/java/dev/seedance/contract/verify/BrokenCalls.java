package dev.seedance.contract.verify;

import static dev.seedance.contract.verify.Breakage.isGeneration;
import static dev.seedance.contract.verify.Breakage.isSubmit;
import static dev.seedance.contract.verify.Breakage.requests;
import static dev.seedance.contract.verify.Breakage.responses;
import static dev.seedance.contract.verify.Breakage.status;
import static dev.seedance.contract.verify.BrokenServer.calls;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.contract.verify.Breakage.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers with faults in authentication and errors. */
final class BrokenCalls {

  private static final String AUTHORIZATION = "Authorization";

  private BrokenCalls() {}

  static List<BrokenServer> auth() {
    return List.of(
        calls(
            "401 is 403",
            status(401, response -> response.start(403)),
            "auth.missing-key",
            "auth.missing-key-on-submit",
            "auth.other-scheme",
            "auth.empty-key",
            "auth.missing-key-on-assets",
            "auth.missing-key-on-uploads",
            "auth.missing-key-on-balance"),
        calls(
            "looks at the body before the key",
            responses(
                request -> isSubmit(request) && request.header(AUTHORIZATION) == null,
                response -> response.start(400).body(error("invalid_request", "no"))),
            "auth.missing-key-on-submit"),
        calls(
            "takes any scheme",
            requests(
                request -> String.valueOf(request.header(AUTHORIZATION)).startsWith("Basic "),
                request -> request.header(AUTHORIZATION, "Bearer somebody")),
            "auth.other-scheme"),
        calls(
            "takes an empty key",
            requests(
                request -> "Bearer".equals(String.valueOf(request.header(AUTHORIZATION)).strip()),
                request -> request.header(AUTHORIZATION, "Bearer nobody")),
            "auth.empty-key"),
        calls(
            "knows the scheme in one case only",
            requests(
                request -> String.valueOf(request.header(AUTHORIZATION)).startsWith("bearer "),
                request -> request.header(AUTHORIZATION, null)),
            "auth.scheme-in-any-case"),
        calls(
            "repeats a wrong key",
            (request, server) -> {
              Message response = server.apply(request);
              return response.status() == 401
                  ? response.change(body -> member(body, "error", "message", key(request)))
                  : response;
            },
            "auth.no-echo"),
        calls(
            "has one envelope for all refusals of keys",
            responses(
                request -> !isGeneration(request),
                response ->
                    response.status() == 401
                        ? response.body(error("unauthorized", "no"))
                        : response),
            "auth.missing-key-on-assets",
            "auth.missing-key-on-uploads",
            "auth.missing-key-on-balance"));
  }

  static List<BrokenServer> errors() {
    return Stream.of(badRequests(), unknownTasks(), shapes(), others())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BrokenServer> badRequests() {
    return List.of(
        calls(
            "500 on bad JSON",
            (request, server) ->
                isSubmit(request) && request.json() instanceof MissingNode
                    ? new Message("500", json(), bytes(error("internal_error", "oops")))
                    : server.apply(request),
            "errors.broken-json",
            "errors.empty-body",
            "errors.too-large",
            "errors.request-id"),
        calls(
            "takes an array for an object",
            (request, server) ->
                request.json().isArray()
                    ? new Message("500", json(), bytes(error("internal_error", "oops")))
                    : server.apply(request),
            "errors.not-an-object"),
        calls(
            "names no param",
            responses(
                Breakage::isSubmit,
                response -> response.change(body -> without(body, "error", "param"))),
            "errors.param"));
  }

  private static List<BrokenServer> unknownTasks() {
    return List.of(
        calls(
            "400 for an unknown task",
            responses(
                Breakage::isPoll,
                response -> response.status() == 404 ? response.start(400) : response),
            "errors.unknown-task",
            "auth.unknown-key",
            "auth.scheme-in-any-case",
            "lifecycle.own-tasks-only",
            "idempotency.own-ids-only"),
        calls(
                "has another code for an unknown task",
                responses(
                    Breakage::isPoll,
                    response ->
                        response.change(body -> member(body, "error", "code", "not_found"))),
                "errors.unknown-task",
                "auth.missing-key",
                "auth.other-scheme",
                "auth.empty-key")
            .knockingOn(),
        calls(
            "has another type of 404",
            status(
                404,
                response ->
                    response.change(
                        body -> member(body, "error", "type", "invalid_request_error"))),
            "errors.unknown-task"),
        calls(
            "has numbers for codes",
            status(
                404,
                response ->
                    response.change(body -> ((ObjectNode) body.path("error")).put("code", 404))),
            "errors.unknown-task",
            "lifecycle.own-tasks-only",
            "idempotency.own-ids-only"));
  }

  private static List<BrokenServer> shapes() {
    return List.of(
        calls(
            "has errors without an envelope",
            responses(
                Breakage::isSubmit,
                response ->
                    response.status() == 400 ? response.body("{\"message\":\"no\"}") : response),
            "errors.broken-json",
            "errors.empty-body",
            "errors.not-an-object",
            "errors.param",
            "assets.unknown-asset-in-request"),
        calls(
            "has errors without a message",
            status(404, response -> response.change(body -> without(body, "error", "message"))),
            "errors.unknown-task",
            "lifecycle.own-tasks-only",
            "idempotency.own-ids-only"),
        calls(
            "has errors of plain text",
            status(404, response -> response.header("Content-Type", "text/plain")),
            "errors.unknown-task",
            "lifecycle.own-tasks-only",
            "idempotency.own-ids-only"));
  }

  private static List<BrokenServer> others() {
    return List.of(
        calls(
            "falls over odd ids",
            (request, server) ->
                request.start().contains("%00")
                    ? new Message("500", json(), bytes(error("internal_error", "oops")))
                    : server.apply(request),
            "errors.odd-ids"),
        calls(
            "answers DELETE with 200",
            (request, server) ->
                request.start().startsWith("DELETE ")
                    ? new Message("200", json(), bytes("{}"))
                    : server.apply(request),
            "errors.other-methods"),
        calls(
            "shows a stack trace",
            responses(
                Breakage::isSubmit,
                response ->
                    response.status() == 400
                        ? response.change(
                            body -> member(body, "error", "message", "oops\n\tat Server.run(1)"))
                        : response),
            "errors.no-internals"),
        calls(
            "names all answers alike",
            responses(request -> true, response -> response.header("X-Request-Id", "req_1")),
            "errors.request-id"),
        calls(
            "names no refusals",
            status(401, response -> response.header("X-Request-Id", null)),
            "errors.request-id"),
        calls(
            "has 400 for moderation",
            status(422, response -> response.start(400)),
            "errors.moderation"),
        calls(
            "has 403 for an empty account",
            status(402, response -> response.start(403)),
            "errors.quota"),
        calls(
            "is not there without saying until when",
            status(503, response -> response.header("Retry-After", null)),
            "errors.unavailable"));
  }

  static Map<String, String> json() {
    return Map.of("Content-Type", "application/json");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String error(String code, String message) {
    return "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message);
  }

  private static String key(Message request) {
    return "unknown key " + request.header(AUTHORIZATION);
  }

  static void member(ObjectNode body, String object, String member, String value) {
    if (body.path(object) instanceof ObjectNode found) {
      found.put(member, value);
    }
  }

  private static void without(ObjectNode body, String object, String member) {
    if (body.path(object) instanceof ObjectNode found) {
      found.remove(member);
    }
  }
}
