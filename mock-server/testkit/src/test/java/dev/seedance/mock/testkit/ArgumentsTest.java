package dev.seedance.mock.testkit;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong argument is refused with a message that names the value and what was expected. */
@SeedanceMock
class ArgumentsTest {

  private record Wrong(String value, String expected, Consumer<MockServer> call) {
    @Override
    public String toString() {
      return value + ": " + expected;
    }
  }

  private static Wrong wrong(String value, String expected, Consumer<MockServer> call) {
    return new Wrong(value, expected, call);
  }

  static Stream<Wrong> arguments() {
    return Stream.of(
            servers(), clocks(), webhooks(), scenarios(), faults(), tasksAndMoney(), calls())
        .flatMap(rows -> rows);
  }

  private static Stream<Wrong> servers() {
    return Stream.of(
        wrong("'http://'", "such as http://", mock -> MockServer.connect("http://", "key")),
        wrong("'http://a b'", "such as http://", mock -> MockServer.connect("http://a b", "key")),
        wrong("'http://a_b:80'", "such as http", mock -> MockServer.connect("http://a_b:80", "k")),
        wrong("API key", "expected", mock -> MockServer.connect("http://127.0.0.1:1", "")),
        wrong("API key", "expected", mock -> MockServer.connect("http://127.0.0.1:1", "a\nb")),
        wrong("API key", "expected", mock -> mock.withApiKey("schlüssel")),
        wrong("--port: '70000'", "0 to 65535", mock -> MockServer.builder().port(70_000).start()),
        wrong("'fast'", "such as x60", mock -> MockServer.builder().clock("fast").start()),
        wrong("'2020-01'", "2026-06", mock -> MockServer.builder().revision("2020-01").start()),
        wrong("'odd'", "realistic", mock -> MockServer.builder().scenario("odd").start()),
        wrong("API key", "expected", mock -> MockServer.builder().apiKey(" ").start()),
        wrong("--clok", "Unknown option", mock -> MockServer.start("--clok", "auto")),
        wrong(
            "+1000000000",
            "1970 to 9000",
            mock -> MockServer.builder().clockStart(Instant.MAX).start()));
  }

  private static Stream<Wrong> clocks() {
    return Stream.of(
        wrong("PT-1S", "negative", mock -> mock.clock().advance(ofSeconds(-1))),
        wrong("PT87600000H", "9000", mock -> mock.clock().advance(ofDays(3_650_000))),
        wrong("1969", "1970", mock -> mock.clock().set(Instant.EPOCH.minusSeconds(1))),
        wrong("+1000000000", "9000-01-01", mock -> mock.clock().set(Instant.MAX)),
        wrong("scaled", "scale", mock -> mock.clock().set(MockClock.Mode.SCALED)),
        wrong("0", "expected", mock -> mock.clock().scale(0)),
        wrong("NaN", "expected", mock -> mock.clock().scale(Double.NaN)));
  }

  private static Stream<Wrong> webhooks() {
    return Stream.of(
        wrong("'localhost:9'", "such as http", mock -> mock.webhooks().deliverTo("localhost:9")),
        wrong("'http://a b'", "such as http", mock -> mock.webhooks().deliverTo("http://a b")),
        wrong("'http://['", "such as http", mock -> mock.webhooks().test("http://[")),
        wrong("0 characters", "1 to 256", mock -> mock.webhooks().setSecret("")),
        wrong("257 characters", "1 to 256", mock -> mock.webhooks().setSecret("x".repeat(257))),
        wrong("1 characters", "1 to 256", mock -> mock.webhooks().rotateSecret(" ")));
  }

  private static Stream<Wrong> scenarios() {
    return Stream.of(
        wrong("'No name'", "lower-case letters", mock -> mock.register(Scenario.named("No name"))),
        wrong("'none'", "scenario", mock -> mock.unregister("none")),
        wrong("''", "scenario", mock -> mock.unregister("")),
        wrong("soon", "JSON", mock -> Scenario.of("soon")),
        wrong("[1]", "JSON object", mock -> Scenario.of("[1]")),
        wrong("{\"match\":{}}", "name", mock -> Scenario.of("{\"match\":{}}").name()),
        refused("501 characters", "at most 500", x().describedAs("x".repeat(501))),
        refused("PT-1S", "P365D", x().queuesFor(ofSeconds(-1))),
        refused("PT8784H", "P365D", x().runsFor(ofDays(366))),
        refused("PT-1S", "P365D", x().completesWithResultFor(ofSeconds(-1))),
        refused("5000 characters", "at most 200", x().whenPrompt("x".repeat(5_000))));
  }

  private static Stream<Wrong> faults() {
    return Stream.of(
        refused("200", "400 to 599", x().onPoll(Fault.respond(200))),
        refused("PT25H", "PT24H", x().onPoll(Fault.delay(ofDays(1).plusHours(1)))),
        refused("[0]", "from 1", x().onPoll(0, Fault.cutBody())),
        refused("done", "completed", x().onPoll(Fault.cutBody().whileStatus("done"))),
        refused("a b", "such as Retry-After", x().onPoll(Fault.respond(500).header("a b", "c"))),
        refused(
            "header 'a'", "printable ASCII", x().onPoll(Fault.respond(500).header("a", "b\nc"))),
        wrong("PT-3S", "expected", mock -> Fault.respond(503).retryAfter(ofSeconds(-3))),
        wrong("Object", "JSON", mock -> Fault.patchBody(Map.of("a", new Object()))),
        wrong("Infinity", "JSON", mock -> Fault.patchBody(Map.of("a", Double.POSITIVE_INFINITY))));
  }

  private static Stream<Wrong> tasksAndMoney() {
    return Stream.of(
        wrong("'nothing'", "task", mock -> mock.task("nothing")),
        wrong("''", "task", mock -> mock.task("")),
        wrong("'..'", "task", mock -> mock.task("..")),
        wrong("'a/b'", "task", mock -> mock.task("a/b")),
        wrong("-1", "0 to", mock -> mock.account().setRemaining(new BigDecimal("-1"))),
        wrong("snapshot", "no JSON", mock -> mock.restore(Snapshot.of("no JSON"))),
        wrong("version", "expected", mock -> mock.restore(Snapshot.of("{\"version\":0}"))));
  }

  private static Stream<Wrong> calls() {
    return Stream.of(
        wrong("'tasks'", "such as /", mock -> mock.call("GET", "tasks", "")),
        wrong("'/a b'", "such as /", mock -> mock.call("GET", "/a b", "")),
        wrong("'G T'", "such as GET", mock -> mock.call("G T", "/tasks", "")),
        wrong("'v1/videos'", "such as /v1", mock -> mock.awaitCall("POST", "v1/videos")));
  }

  private static Scenario x() {
    return Scenario.named("x").runsFor(ZERO);
  }

  private static Wrong refused(String value, String expected, Scenario scenario) {
    return wrong(value, expected, mock -> mock.register(scenario));
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void a_wrong_one_is_named(Wrong wrong, MockServer mock) {
    assertThatThrownBy(() -> wrong.call().accept(mock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wrong.value())
        .hasMessageContaining(wrong.expected());
  }
}
