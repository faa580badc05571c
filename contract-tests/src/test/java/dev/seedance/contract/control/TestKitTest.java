package dev.seedance.contract.control;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.contract.exchange.CheckingProxy;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test kit has a method for each operation of the control plane, or a reason for none. */
class TestKitTest {

  private static final String RECEIVER = "http://127.0.0.1:9/";

  /** The method that reaches each operation, called. */
  private static final Map<String, Consumer<MockServer>> METHODS =
      Map.ofEntries(
          entry("getCapabilities", MockServer::capabilities),
          entry("getRevision", MockServer::revision),
          entry("setRevision", mock -> mock.useRevision("latest")),
          entry("resetSandbox", MockServer::reset),
          entry("getSnapshot", MockServer::snapshot),
          entry("restoreSnapshot", mock -> mock.restore(mock.snapshot())),
          entry("validateRequest", mock -> mock.validate("{}")),
          entry("getClock", mock -> mock.clock().instant()),
          entry("setClock", mock -> mock.clock().freeze()),
          entry("advanceClock", mock -> mock.clock().advance(Duration.ofHours(1))),
          entry("advanceClockToNext", mock -> mock.clock().advanceToNext()),
          entry("listScenarios", MockServer::scenarios),
          entry("registerScenario", mock -> mock.register(Scenario.named("late"))),
          entry("deleteScenario", TestKitTest::unregister),
          entry("deleteScenarios", MockServer::unregisterAll),
          entry("listTasks", MockServer::tasks),
          entry("getPlannedTask", mock -> mock.task(submit())),
          entry("forceOutcome", TestKitTest::endTasks),
          entry("getWebhookSettings", mock -> mock.webhooks().isEnabled()),
          entry("setWebhookSettings", mock -> mock.webhooks().deliverTo(RECEIVER)),
          entry("listDeliveries", mock -> mock.webhooks().deliveries()),
          entry("testWebhook", mock -> mock.webhooks().test(RECEIVER)),
          entry("redeliver", TestKitTest::redeliver),
          entry("rotateWebhookSecret", mock -> mock.webhooks().rotateSecret()),
          entry("getMockBalance", mock -> mock.account().remaining()),
          entry("setMockBalance", mock -> mock.account().setRemaining(BigDecimal.TEN)),
          entry("listRequests", MockServer::requests),
          entry("clearRequests", MockServer::forgetRequests));

  private static final Map<String, String> WITHOUT_METHOD =
      Map.of(
          "getCertificateAuthority",
          "for clients that call by HTTPS; the kit calls by HTTP",
          "getCluster",
          "for those who run servers; a test has one sandbox, whoever owns it",
          "getHealth",
          "for scripts without a key; a server that the kit has started is there",
          "getLiveness",
          "for an orchestrator, which starts a server anew",
          "getMetrics",
          "for those who run servers; a test asserts on requests, tasks and deliveries",
          "getReadiness",
          "for a balancer, which chooses among servers",
          "watchEvents",
          "a stream for pages; a test reads the state, or waits by awaitCall and webhooks().await");

  @RegisterExtension static final CheckedHttp HTTP = new CheckedHttp();

  private static MockServer server;
  private static CheckingProxy proxy;

  @BeforeAll
  static void start() throws IOException {
    server = MockServer.start("--clock", "frozen");
    proxy = CheckingProxy.before(server.baseUrl(), HTTP);
  }

  @AfterAll
  static void stop() {
    proxy.close();
    server.close();
  }

  @Test
  void each_operation_has_a_method_or_a_reason_for_none() {
    Set<String> known = new TreeSet<>(METHODS.keySet());
    known.addAll(WITHOUT_METHOD.keySet());
    assertThat(operations()).containsExactlyInAnyOrderElementsOf(known);
  }

  static Stream<String> operations() {
    return ControlPlane.operations().values().stream().map(one -> one.getOperationId());
  }

  static Set<String> reached() {
    return METHODS.keySet();
  }

  @ParameterizedTest
  @MethodSource("reached")
  void its_method_makes_the_call(String operation) {
    int before = proxy.calls().size();
    METHODS.get(operation).accept(MockServer.connect(proxy.baseUrl().toString(), "key"));
    assertThat(proxy.calls().stream().skip(before))
        .anySatisfy(call -> assertThat(call).matches(pattern(operation)));
  }

  /** Returns a pattern of the operation's calls, such as {@code GET /_mock/tasks/[^/]+}. */
  private static String pattern(String operation) {
    return ControlPlane.operations().entrySet().stream()
        .filter(entry -> entry.getValue().getOperationId().equals(operation))
        .map(entry -> entry.getKey().replaceAll("\\{\\w+}", "[^/]+"))
        .findFirst()
        .orElseThrow();
  }

  private static void unregister(MockServer mock) {
    mock.register(Scenario.named("old"));
    mock.unregister("old");
  }

  private static void endTasks(MockServer mock) {
    assertThat(mock.task(submit()).complete().status()).isEqualTo("completed");
    var failed = mock.task(submit()).fail("output_moderation", "Not this one");
    assertThat(failed.errorCode()).contains("output_moderation");
    assertThat(failed.errorMessage()).contains("Not this one");
  }

  private static void redeliver(MockServer mock) {
    var delivery = mock.webhooks().test(RECEIVER);
    assertThat(mock.webhooks().redeliver(delivery).attempts()).hasSize(2);
  }

  private static String submit() {
    return HTTP.callsOf(server.baseUrl(), "key")
        .submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}")
        .text("/id");
  }
}
