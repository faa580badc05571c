package dev.seedance.contract.verify;

import static dev.seedance.contract.verify.Breakage.isSubmit;
import static dev.seedance.contract.verify.Breakage.requests;
import static dev.seedance.contract.verify.Breakage.responses;
import static dev.seedance.contract.verify.BrokenServer.calls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.contract.verify.Breakage.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Servers with faults in assets, uploads and verdicts on requests. */
final class BrokenFiles {

  private BrokenFiles() {}

  static List<BrokenServer> assets() {
    return List.of(
        calls(
            "an unknown state", data("/assets", d -> d.put("status", "pending")), "assets.settles"),
        calls(
            "a state that never ends",
            data("/assets", d -> d.put("status", "processing")),
            "assets.settles"),
        calls(
                "another asset_url",
                data("/assets", d -> d.put("asset_url", "pa://" + d.path("asset_id").asText())),
                "assets.registered")
            .knockingOn(),
        calls(
                "no group_id on assets",
                data("/assets", d -> d.remove("group_id")),
                "assets.registered")
            .knockingOn(),
        calls(
            "404 for an unknown asset",
            responses(
                request ->
                    request.start().startsWith("GET ") && request.start().contains("/assets/"),
                response -> response.status() == 400 ? response.start(404) : response),
            "assets.unknown-asset",
            "assets.own-assets-only"),
        calls(
            "success on a refusal",
            responses(
                request -> request.start().contains("/groups"),
                response -> response.change(body -> body.put("success", true))),
            "assets.group-needs-name",
            "assets.broken-json"),
        calls(
            "takes an asset that it does not know",
            requests(
                request -> isSubmit(request) && request.json().toString().contains("pa_0000"),
                request -> request.change(body -> body.remove("image_with_roles"))),
            "assets.unknown-asset-in-request"),
        calls(
            "waits for an asset",
            requests(
                request -> isSubmit(request) && request.json().toString().contains("asset://"),
                request ->
                    request.json().toString().contains("pa_0000")
                        ? request
                        : request.change(body -> body.remove("image_with_roles"))),
            "assets.not-active"));
  }

  static List<BrokenServer> uploads() {
    return List.of(
        calls("takes a text for a picture", asPicture("uploads/images"), "uploads.no-image"),
        calls(
            "has another size",
            data("/uploads/", d -> d.put("size", d.path("size").asLong() + 1)),
            "uploads.image",
            "uploads.video",
            "uploads.audio"),
        calls(
            "has another type",
            data("/uploads/images", d -> d.put("mime_type", "application/octet-stream")),
            "uploads.image"),
        calls(
            "413 for a file that is too large",
            responses(
                request -> request.body().length > 10 << 20,
                response -> response.status() == 400 ? response.start(413) : response),
            "uploads.image-too-large"),
        calls(
            "gives back other bytes",
            responses(
                request -> request.start().startsWith("POST /v1/uploads"),
                response ->
                    response.change(
                        body -> {
                          if (body.path("data") instanceof ObjectNode data) {
                            data.put("url", data.path("url").asText() + "x");
                          }
                        })),
            "uploads.image",
            "uploads.video",
            "uploads.audio"));
  }

  static List<BrokenServer> verdicts() {
    return List.of(
        calls(
            "takes an automatic length on every model",
            requests(
                request ->
                    isSubmit(request)
                        && request.json().path("model").asText().equals("seedance-2-mini")
                        && List.of(0, -1).contains(request.json().path("duration").asInt(9)),
                request -> request.change(body -> body.put("duration", 4))),
            "validation.duration.auto-unsupported"),
        calls(
            "refuses what is only worth a look",
            refusing(body -> body.contains("\"ratio\"")),
            "validation.field.unknown"),
        calls(
            "wants a callback_url for a trace_id",
            refusing(body -> body.contains("\"trace_id\":\"verify\"")),
            "validation.trace-id.without-callback"),
        calls(
            "takes what it does not understand",
            (request, server) -> {
              Message response = server.apply(request);
              boolean wrongRole =
                  response.status() == 400 && names(response, "media-role.unsupported");
              return wrongRole
                  ? server.apply(request.body("{\"model\":\"seedance-2\",\"prompt\":\"x\"}"))
                  : response;
            },
            "validation.media-role.unsupported"),
        calls(
            "has 422 for wrong values",
            (request, server) -> {
              Message response = server.apply(request);
              return names(response, "resolution.unsupported") ? response.start(422) : response;
            },
            "validation.resolution.unsupported"));
  }

  private static boolean names(Message response, String rule) {
    return new String(response.body(), StandardCharsets.UTF_8).contains("\"" + rule + "\"");
  }

  private static Breakage refusing(Predicate<String> which) {
    return (request, server) ->
        isSubmit(request) && which.test(request.json().toString())
            ? new Message(
                "400",
                BrokenCalls.json(),
                BrokenCalls.bytes(BrokenCalls.error("invalid_request", "no")))
            : server.apply(request);
  }

  private static Breakage data(String path, Consumer<ObjectNode> change) {
    return responses(
        request -> request.start().contains(path),
        response ->
            response.change(
                body -> {
                  if (body.path("data") instanceof ObjectNode data) {
                    change.accept(data);
                  }
                }));
  }

  private static Breakage asPicture(String path) {
    return (request, server) -> {
      String body = new String(request.body(), StandardCharsets.ISO_8859_1);
      return request.start().contains(path) && body.contains("no picture")
          ? new Message(
              "200",
              Map.of("Content-Type", "application/json", "X-Request-Id", "req_upload"),
              BrokenCalls.bytes(
                  "{\"success\":true,\"message\":\"\",\"data\":{\"id\":\"upload_1\",\"url\":"
                      + "\"http://127.0.0.1/1\",\"mime_type\":\"image/png\",\"size\":42}}"))
          : server.apply(request);
    };
  }
}
