package dev.seedance.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.http.Authority;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.time.RealTime;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningServerTest {

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";

  @RegisterExtension static final TestServer server = TestServer.with();

  @Test
  void each_key_sees_its_own_sandbox_until_it_is_reset() {
    String id = server.submit(REQUEST).text("/id");
    assertThat(ids(server)).containsExactly(id);
    assertThat(ids(server.as("other"))).isEmpty();
    JsonNode requests = server.get("/_mock/requests").json().path("requests");
    assertThat(requests).hasSize(1);
    assertThat(requests.at("/0/path").textValue()).isEqualTo("/v1/videos/generations");
    assertThat(requests.at("/0/status").intValue()).isEqualTo(200);
    server.post("/_mock/reset", "");
    assertThat(ids(server)).isEmpty();
    assertThat(server.get("/_mock/requests").json().path("requests")).isEmpty();
    assertThat(server.poll(id).status()).isEqualTo(404);
  }

  @Test
  void names_a_port_that_is_taken() {
    int taken = server.baseUrl().getPort();
    assertThatThrownBy(() -> start(OptionValues.DEFAULT.with(MockOptions.PORT, taken)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "can't listen on 127.0.0.1:%d: Address already in use; choose another port (0 for a"
                + " free one) or host",
            taken);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1:80",
    "localhost, localhost:80",
    "::1, [::1]:80",
    "[::1], [::1]:80",
    "::, [::]:80",
    "2001:db8::a, [2001:db8::a]:80",
    "fe80::1%eth0, [fe80::1%25eth0]:80",
    "[fe80::1%25eth0], [fe80::1%25eth0]:80"
  })
  void an_ipv6_address_stands_in_brackets(String host, String authority) {
    assertThat(Authority.of(host, 80)).isEqualTo(authority);
    assertThat(URI.create("http://" + authority).getPort()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"::1", "[::1]"})
  void listens_on_ipv6_and_links_to_itself(String host) {
    try (var six = TestServer.with("--host=" + host).start()) {
      assertThat(six.baseUrl().toString()).startsWith("http://[::1]:");
      String id =
          six.submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:instant] x\"}").text("/id");
      String url = six.poll(id).text("/result/data/0/url");
      assertThat(url).startsWith(six.baseUrl() + "/files/");
      assertThat(six.getWithoutKey(url).status()).isEqualTo(200);
    }
  }

  @Test
  void names_a_host_that_it_can_not_bind() {
    var nowhere =
        OptionValues.DEFAULT.with(MockOptions.HOST, "nowhere.invalid").with(MockOptions.PORT, 0);
    assertThatThrownBy(() -> start(nowhere))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("can't listen on nowhere.invalid:0: ");
  }

  @Test
  void refuses_an_unknown_scenario_before_it_binds_a_port() {
    var options = OptionValues.DEFAULT.with(MockOptions.SCENARIO, "storm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start(options))
        .withMessageStartingWith("unknown scenario 'storm'; known: realistic, instant");
  }

  @Test
  void eighty_sandboxes_in_parallel_do_not_see_each_other() {
    var runs =
        IntStream.range(0, 80)
            .mapToObj(i -> server.as("key-" + i))
            .map(one -> CompletableFuture.runAsync(() -> submitThreeTasks(one)))
            .toList();
    runs.forEach(CompletableFuture::join);
  }

  private static void submitThreeTasks(Calls calls) {
    List<String> ids =
        IntStream.range(0, 3).mapToObj(i -> calls.submit(REQUEST).text("/id")).toList();
    assertThat(ids(calls)).containsExactlyInAnyOrderElementsOf(ids);
  }

  private static List<String> ids(Calls calls) {
    return calls.get("/_mock/tasks").json().path("tasks").findValuesAsText("id");
  }

  private static void start(OptionValues options) {
    RunningServer.start(options, RealTime.ofThisMachine()).close();
  }
}
