package dev.seedance.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.BiFunction;

/** A call that may change a sandbox. Its number chooses among similar ones. */
enum Step {
  SUBMIT((calls, n) -> calls.submit(body("boat " + n, ""))),
  SUBMIT_AGAIN((calls, n) -> calls.submit(body("x", ",\"client_business_id\":\"b" + n % 3 + "\""))),
  SUBMIT_WITH_CALLBACK((calls, n) -> calls.submit(body(scenario(n), callback()))),
  SUBMIT_SCENARIO((calls, n) -> calls.submit(body(scenario(n), ""))),
  SUBMIT_REVIEWED(
      (calls, n) ->
          calls.send(
              calls
                  .keyed(Calls.GENERATIONS)
                  .header("X-Mock-Revision", "latest")
                  .POST(BodyPublishers.ofString(body("x", review(n)))))),
  POLL((calls, n) -> calls.poll(task(calls, n))),
  POLL_UNKNOWN((calls, n) -> calls.poll("nobody")),
  ADVANCE((calls, n) -> calls.advance("PT" + (n + 1) * 5 + "S")),
  ADVANCE_FAR((calls, n) -> calls.advance("PT2H")),
  ADVANCE_TO_NEXT((calls, n) -> calls.post("/_mock/clock/advance-to-next", "")),
  CLOCK((calls, n) -> calls.put("/_mock/clock", clock(n))),
  OUTCOME(
      (calls, n) ->
          calls.post("/_mock/tasks/" + task(calls, n) + "/outcome", "{\"status\":\"completed\"}")),
  SCENARIO((calls, n) -> calls.post("/_mock/scenarios", rule(n))),
  NO_SCENARIO((calls, n) -> calls.delete("/_mock/scenarios/own" + n % 4)),
  NO_SCENARIOS((calls, n) -> calls.delete("/_mock/scenarios")),
  WEBHOOKS((calls, n) -> calls.put("/_mock/webhooks", settings(n))),
  ROTATE((calls, n) -> calls.post("/_mock/webhooks/rotate-secret", "{}")),
  TEST_WEBHOOK(
      (calls, n) -> calls.post("/_mock/webhooks/test", "{\"url\":\"http://127.0.0.1:1/t\"}")),
  REDELIVER(
      (calls, n) ->
          calls.post("/_mock/webhooks/deliveries/" + delivery(calls, n) + "/redeliver", "")),
  BALANCE((calls, n) -> calls.put("/_mock/balance", "{\"remaining\":" + n + ".5}")),
  SHOW_BALANCE((calls, n) -> calls.get("/v1/balance")),
  GROUP((calls, n) -> calls.post(avatars("groups"), "{\"name\":\"Cast " + n + "\"}")),
  ASSET((calls, n) -> calls.post(avatars("assets"), asset(calls))),
  UPLOAD((calls, n) -> upload(calls, 10 + n * 7)),
  REVISION((calls, n) -> calls.put("/_mock/revision", "{\"revision\":\"" + revision(n) + "\"}")),
  RESTORE((calls, n) -> calls.put("/_mock/snapshot", calls.get("/_mock/snapshot").body())),
  RESET((calls, n) -> calls.post("/_mock/reset", ""));

  @SuppressWarnings("ImmutableEnumChecker") // no lambda here keeps anything
  private final BiFunction<Calls, Integer, Response> call;

  Step(BiFunction<Calls, Integer, Response> call) {
    this.call = call;
  }

  Response call(Calls calls, int number) {
    return call.apply(calls, number);
  }

  private static String body(String prompt, String more) {
    return "{\"model\":\"seedance-2\",\"prompt\":\"%s\"%s}".formatted(prompt, more);
  }

  private static String callback() {
    return ",\"callback_url\":\"http://127.0.0.1:1/hook\"";
  }

  private static String review(int n) {
    return ",\"private_asset_review\":true,\"image_with_roles\":[{\"role\":\"reference_image\",\"url\":\"https://a.test/%d.png\"}]"
        .formatted(n);
  }

  private static String scenario(int n) {
    String[] names = {
      "instant", "content-rejected", "flaky-polls", "webhook-storm", "slow", "own1"
    };
    return "[mock:" + names[n % names.length] + "]";
  }

  private static String rule(int n) {
    return """
        {"name":"own%d","match":{"prompt":"*boat %d*"},"timeline":{"queued":"PT1S","running":"PT4S"},
         "outcome":{"status":"failed","error":{"code":"fog","message":"fog"}},
         "faults":[{"on":"poll","nth":[2],"fault":{"kind":"refuse","status":503,"code":"c","message":"m"}},
                   {"on":"submit","nth":[3],"fault":{"kind":"refuse","status":429,"code":"c","message":"m"}},
                   {"on":"webhook","nth":[2],"fault":{"kind":"duplicate"}}]}"""
        .formatted(n % 4, n);
  }

  private static String clock(int n) {
    String[] changes = {
      "{\"mode\":\"auto\"}", "{\"mode\":\"frozen\"}", "{\"now\":\"2026-01-01T00:00:00Z\"}"
    };
    return changes[n % changes.length];
  }

  private static String settings(int n) {
    String[] changes = {
      "{\"enabled\":false}", "{\"enabled\":true}", "{\"default_url\":\"http://127.0.0.1:1/all\"}"
    };
    return changes[n % changes.length];
  }

  private static String revision(int n) {
    return n % 2 == 0 ? "2026-06" : "latest";
  }

  private static String avatars(String kind) {
    return "/v1/videos/doubao-seedance-2-0/private-avatar/" + kind;
  }

  private static String asset(Calls calls) {
    JsonNode groups = calls.get("/_mock/snapshot").json().at("/parts/assets/groups");
    return "{\"group_id\":\"%s\",\"asset_type\":\"image\",\"source_url\":\"https://a.test/a.png\"}"
        .formatted(groups.path(0).path("group_id").asText("none"));
  }

  private static String task(Calls calls, int n) {
    JsonNode tasks = calls.get("/_mock/tasks").json().path("tasks");
    return tasks.isEmpty() ? "none" : tasks.path(n % tasks.size()).at("/task/id").asText();
  }

  private static String delivery(Calls calls, int n) {
    JsonNode all = calls.get("/_mock/webhooks/deliveries").json().path("deliveries");
    return all.isEmpty() ? "none" : all.path(n % all.size()).path("id").asText();
  }

  private static Response upload(Calls calls, int length) {
    String file = "GIF89a" + "x".repeat(length);
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + file + "\r\n--b--\r\n";
    return calls.send(
        calls
            .keyed("/v1/uploads/images")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(form)));
  }
}
