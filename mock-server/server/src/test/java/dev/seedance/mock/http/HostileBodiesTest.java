package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No body makes an error of the server, or a response that shows its inside. */
class HostileBodiesTest {

  private static final String DEEP_OBJECT = "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000);
  private static final String DEEP_ARRAY = "[".repeat(3_000) + "]".repeat(3_000);

  /** Words that only the inside of the server says. */
  private static final String[] NOT_OURS = {
    "dev.seedance",
    "java.",
    "com.fasterxml",
    "\tat ",
    "Required Body",
    "micronaut",
    "netty",
    "jackson",
    "JsonToken",
    "JsonReadFeature",
    "StreamReadConstraints",
    "Exception",
    "ALLOW_",
    "CTRL-CHAR",
    "(code ",
    "was expecting",
    "Source:",
    "START_OBJECT",
    "START_ARRAY"
  };

  @RegisterExtension static final TestServer server = TestServer.with();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v1/videos/generations",
        "POST /v1/videos/doubao-seedance-2-0/private-avatar/groups",
        "POST /v1/videos/doubao-seedance-2-0/private-avatar/assets",
        "POST /v1/uploads/images",
        "PUT /_mock/clock",
        "POST /_mock/clock/advance",
        "POST /_mock/scenarios",
        "POST /_mock/tasks/any/outcome",
        "PUT /_mock/webhooks",
        "POST /_mock/webhooks/rotate-secret",
        "POST /_mock/webhooks/test",
        "POST /_mock/validate",
        "PUT /_mock/balance",
        "PUT /_mock/snapshot"
      })
  void a_hostile_body_is_refused_or_understood(String route) {
    String method = route.substring(0, route.indexOf(' '));
    String path = route.substring(method.length() + 1);
    bodies().forEach(body -> assertHarmless(send(method, path, body), body));
  }

  private static Stream<byte[]> bodies() {
    Stream<byte[]> noText =
        Stream.of(new byte[0], new byte[] {(byte) 0xff, (byte) 0xfe}, new byte[] {0});
    Stream<String> shapes =
        Stream.of(
            "null",
            "[]",
            "1",
            "\"\"",
            "{",
            "{} {}",
            "{} x",
            "{\"a\":tru}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "{\"a\":+1}",
            "{\"a\":.5}",
            "{\"a\" 1}",
            "{\"a\":1,}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":1,\"a\":2}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\n\"}",
            "// x\n{}",
            "{]",
            "\u0001{}",
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n",
            "model=seedance-2&prompt=x",
            "<html>",
            "{\"" + "n".repeat(60_000) + "\":1}",
            DEEP_OBJECT,
            DEEP_ARRAY);
    return Stream.concat(
        noText,
        Stream.concat(shapes, Stream.concat(anyField(), crafted().stream()))
            .map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Odd values in every field that any of the routes knows. */
  private static Stream<String> anyField() {
    List<String> values =
        List.of(
            "\"\\ud800\"",
            "1e999",
            "1e400000000",
            "99999999999999999999",
            "1".repeat(5_000),
            DEEP_OBJECT,
            "[[]]",
            "\"" + "x".repeat(20_000) + "\"",
            "null");
    return Stream.of(
            "by",
            "mode",
            "scale",
            "now",
            "remaining",
            "name",
            "match",
            "faults",
            "status",
            "error",
            "secret",
            "default_url",
            "url",
            "enabled",
            "model",
            "prompt",
            "metadata",
            "group_id",
            "version",
            "parts")
        .flatMap(name -> values.stream().map(value -> "{\"" + name + "\":" + value + "}"));
  }

  private static List<String> crafted() {
    return List.of(
        "{\"by\":\"P99999999999D\"}",
        "{\"mode\":\"scaled\",\"scale\":1e-300}",
        "{\"now\":\"+1000000000-12-31T23:59:59Z\"}",
        "{\"url\":\"http://127.0.0.1:1/\\ud800\"}",
        "{\"default_url\":\"http://[::1\"}",
        "{\"name\":\"a\",\"timeline\":{\"queued\":\"P99999999999999D\"}}",
        "{\"name\":\"a\",\"faults\":[{\"on\":\"poll\",\"fault\":{\"kind\":\"patch_body\",\"patch\":"
            + DEEP_OBJECT
            + "}}]}",
        "{\"version\":1,\"parts\":{\"account\":{\"limit\":9e99,\"used\":1,\"refunds\":[]}}}",
        "{\"version\":1,\"parts\":{\"rate_limits\":{\"submitsFullAt\":\"+1000000000-12-31T23:59:59Z\","
            + "\"queriesFullAt\":\"-1000000000-01-01T00:00:00Z\"}}}",
        "{\"version\":1,\"parts\":{\"uploads\":" + DEEP_ARRAY + "}}");
  }

  private static void assertHarmless(Response response, byte[] body) {
    String sent = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
    String said = response.text();
    assertThat(response.status()).as("%s: %s", sent, said).isLessThan(500);
    assertThat(said).as(sent).doesNotContain(NOT_OURS);
    if (response.status() >= 400) {
      assertThat(response.text("/error/message") + response.text("/message")).as(sent).isNotBlank();
    }
  }

  private static Response send(String method, String path, byte[] body) {
    return server.send(method, path, BodyPublishers.ofByteArray(body));
  }
}
