package dev.seedance.contract.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.contract.exchange.Calls;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.server.RunningServer;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.time.RealTime;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes under {@code /_mock} and {@code control-plane.yaml} say the same. */
class ControlPlaneTest {

  /** A stream without an end, which can't be held to a description as a whole. */
  private static final String STREAM = "watchEvents 200";

  /** Without a store there is none that could not be reached; see ClusterTest. */
  private static final Set<String> STORE_OUT_OF_REACH =
      Set.of("getCluster 503", "getReadiness 503");

  /** A server for HTTP alone has no authority to show; see TlsHttpTest of the server. */
  private static final String AUTHORITY = "getCertificateAuthority 200";

  private static final String LONG_BODY = "{\"x\":\"" + "x".repeat(2 << 20) + "\"}";

  private static MockServer server;

  @RegisterExtension final CheckedHttp http = new CheckedHttp();

  /** The responses so far, as in {@link ControlPlane#answers()}. */
  private final Set<String> seen = new TreeSet<>();

  @BeforeAll
  static void start() {
    server =
        MockServer.start(
            "--clock", "frozen", "--max-snapshot-bytes", "1048576", "--max-body", "1048576");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_route_is_described_and_everything_described_is_a_route() {
    try (var inside =
        RunningServer.start(MockCommand.read("--port", "0"), RealTime.ofThisMachine())) {
      Set<String> routes =
          inside
              .bean(Router.class)
              .uriRoutes()
              .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
              .map(
                  route ->
                      route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
              .filter(route -> route.contains(" /_mock") || route.endsWith(" /metrics"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(routes).hasSizeGreaterThan(25).isEqualTo(ControlPlane.operations().keySet());
    }
  }

  /** Makes real calls, each held to the description; together they see every response in it. */
  @Test
  void every_described_answer_is_given_and_has_the_described_form() {
    callWithoutKey();
    callWithTooMuch();
    callForTheClock();
    callForScenarios();
    callForTasks();
    callForWebhooks();
    callForTheRest();
    seen.add(STREAM);
    seen.add(AUTHORITY);
    seen.addAll(STORE_OUT_OF_REACH);
    assertThat(seen).isEqualTo(ControlPlane.answers());
  }

  private void callWithoutKey() {
    for (var operation : ControlPlane.operations().entrySet()) {
      if (operation.getValue().getSecurity() == null) { // an empty list needs no key
        String path = operation.getKey().replaceAll("\\{\\w+}", "any");
        call("", operation.getKey(), path, "{}", 401);
      }
    }
  }

  private void callWithTooMuch() {
    for (var operation : ControlPlane.operations().entrySet()) {
      if (operation.getValue().getRequestBody() != null) {
        String path = operation.getKey().replaceAll("\\{\\w+}", "any");
        call("key", operation.getKey(), path, LONG_BODY, 413);
      }
    }
  }

  private void callForTheClock() {
    call("GET /_mock/clock", "", 200);
    call("PUT /_mock/clock", "{\"mode\":\"frozen\",\"now\":\"2026-01-01T00:00:00Z\"}", 200);
    call("PUT /_mock/clock", "{\"mode\":\"odd\"}", 400);
    call("POST /_mock/clock/advance", "{\"by\":\"PT1S\"}", 200);
    call("POST /_mock/clock/advance", "{\"by\":\"soon\"}", 400);
    call("POST /_mock/clock/advance-to-next", "", 200);
  }

  private void callForScenarios() {
    String scenario =
        """
        {"name":"storm","match":{"prompt":"*storm*"},"timeline":{"queued":"PT0S","running":"PT10S"},
         "outcome":{"status":"failed","error":{"code":"generation_failed","message":"No storms."}},
         "faults":[{"on":"poll","nth":[1],"fault":{"kind":"refuse","status":429}}]}""";
    call("POST /_mock/scenarios", scenario, 200);
    call("POST /_mock/scenarios", "{\"name\":\"No name\"}", 400);
    call("GET /_mock/scenarios", "", 200);
    call("DELETE /_mock/scenarios/{name}", "DELETE /_mock/scenarios/storm", "", 204);
    call("DELETE /_mock/scenarios/{name}", "DELETE /_mock/scenarios/storm", "", 404);
    call("DELETE /_mock/scenarios", "", 204);
  }

  private void callForTasks() {
    String id = submit("x");
    String path = " /_mock/tasks/" + id;
    call("GET /_mock/tasks", "", 200);
    call("GET /_mock/tasks", "GET /_mock/tasks?limit=-1", "", 400);
    call("GET /_mock/tasks/{id}", "GET" + path, "", 200);
    call("GET /_mock/tasks/{id}", "GET /_mock/tasks/none", "", 404);
    String outcome = "POST /_mock/tasks/{id}/outcome";
    String failed = "{\"status\":\"failed\",\"error\":{\"code\":\"c\",\"message\":\"m\"}}";
    call(outcome, "POST" + path + "/outcome", "{\"status\":\"lost\"}", 400);
    call(outcome, "POST /_mock/tasks/none/outcome", failed, 404);
    call(outcome, "POST" + path + "/outcome", failed, 200);
    call(outcome, "POST" + path + "/outcome", failed, 409);
    call("GET /_mock/tasks", "", 200);
  }

  private void callForWebhooks() {
    call("GET /_mock/webhooks", "", 200);
    call("PUT /_mock/webhooks", "{\"default_url\":\"http://127.0.0.1:1/\"}", 200);
    call("PUT /_mock/webhooks", "{\"secret\":\"\"}", 400);
    call("POST /_mock/webhooks/rotate-secret", "{}", 200);
    call("POST /_mock/webhooks/rotate-secret", "{\"secret\":\"\"}", 400);
    call("POST /_mock/webhooks/test", "{\"url\":\"nonsense\"}", 400);
    String id = call("POST /_mock/webhooks/test", "{}", 200).path("id").asText();
    submit("[mock:instant] x");
    call("GET /_mock/webhooks", "", 200);
    call("GET /_mock/webhooks/deliveries", "", 200);
    String redeliver = "POST /_mock/webhooks/deliveries/{id}/redeliver";
    call(redeliver, redeliver.replace("{id}", id), "", 200);
    call(redeliver, redeliver.replace("{id}", "none"), "", 404);
  }

  private void callForTheRest() {
    call("GET /_mock/health", "", 200);
    call("GET /_mock/health/live", "", 200);
    call("GET /metrics", "", 200);
    call("GET /_mock/ca.pem", "", 404);
    call("GET /_mock/health/ready", "", 200);
    call("GET /_mock/cluster", "", 200);
    call("GET /_mock/capabilities", "", 200);
    call("GET /_mock/balance", "", 200);
    call("PUT /_mock/balance", "{\"remaining\":0.5}", 200);
    call("PUT /_mock/balance", "{\"remaining\":-1}", 400);
    call("POST /_mock/validate", "{\"model\":\"seedance-2-mini\",\"duration\":7}", 200);
    callWithHeader("POST /_mock/validate", "X-Mock-Revision", "2020-01", 400);
    call("GET /_mock/revision", "", 200);
    call("PUT /_mock/revision", "{\"revision\":\"latest\"}", 200);
    call("PUT /_mock/revision", "{\"revision\":\"2020-01\"}", 400);
    call("GET /_mock/requests", "", 200);
    call("GET /_mock/requests", "GET /_mock/requests?status=many", "", 400);
    call("DELETE /_mock/requests", "", 204);
    JsonNode snapshot = call("GET /_mock/snapshot", "", 200);
    call("PUT /_mock/snapshot", snapshot.toString(), 204);
    call("PUT /_mock/snapshot", "{}", 400);
    call("POST /_mock/reset", "", 204);
  }

  private JsonNode call(String operation, String body, int status) {
    return call(operation, operation, body, status);
  }

  private JsonNode call(String operation, String call, String body, int status) {
    return call("key", operation, call, body, status);
  }

  private void callWithHeader(String operation, String header, String value, int status) {
    Calls calls = http.callsOf(server.baseUrl(), "key").with(header, value);
    call(calls, operation, operation, "{}", status);
  }

  private JsonNode call(String key, String operation, String call, String body, int status) {
    return call(http.callsOf(server.baseUrl(), key), operation, call, body, status);
  }

  /** Calls; the exchange is held to the description on the way. */
  private JsonNode call(Calls calls, String operation, String call, String body, int status) {
    String method = call.substring(0, call.indexOf(' '));
    Calls.Answer answer = calls.call(method, call.substring(method.length() + 1), body);
    assertThat(answer.status()).as("%s: %s", call, answer.body()).isEqualTo(status);
    seen.add(ControlPlane.operations().get(operation).getOperationId() + " " + status);
    return answer.body();
  }

  private String submit(String prompt) {
    return http.callsOf(server.baseUrl(), "key")
        .submit("{\"model\":\"seedance-2\",\"prompt\":\"" + prompt + "\"}")
        .text("/id");
  }
}
