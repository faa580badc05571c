package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TlsClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stream of HTTP/2 is held to all that holds for a connection of HTTP/1.1. */
class Http2HttpTest {

  @RegisterExtension
  static final TestServer server = TestServer.with("--tls=self-signed", "--clock=frozen");

  private TlsClient client;

  @BeforeEach
  void connect() {
    client =
        TlsClient.trusting(
            server.get("/_mock/ca.pem").text(), HttpClient.Version.HTTP_2, server.key());
  }

  private static String url(String path) {
    return server.tlsUrl() + path;
  }

  private Response submit(String prompt) throws IOException {
    return client.post(url(Calls.GENERATIONS), submission(prompt));
  }

  private static String submission(String prompt) {
    return "{\"model\":\"seedance-2\",\"prompt\":\"%s\"}".formatted(prompt);
  }

  /** Registers a scenario whose polls meet a fault. */
  private void scenario(String name, String fault) throws IOException {
    Response added =
        client.post(
            url("/_mock/scenarios"),
            "{'name':'%s','faults':[{'on':'poll','fault':%s}]}"
                .formatted(name, fault)
                .replace('\'', '"'));
    assertThat(added.status()).as(added.text()).isEqualTo(200);
  }

  private String pollUrl(Response task) {
    return url(Calls.GENERATIONS + "/" + task.text("/id"));
  }

  @Test
  void a_response_to_head_has_the_headers_of_get_and_no_body() throws IOException {
    Response got = client.get(url("/v1/models"));
    Response head =
        client.send(client.request(url("/v1/models")).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.response().version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("content-length")).isEqualTo(got.header("content-length"));
    assertThat(head.body()).isEmpty();
  }

  @Test
  void no_header_of_the_codec_reaches_the_journal() throws IOException {
    submit("x");
    String journal = client.get(url("/_mock/requests")).text();
    assertThat(journal).contains("/v1/videos/generations").doesNotContain("x-http2");
  }

  @Test
  void a_body_that_is_too_long_is_refused_and_the_connection_goes_on() throws IOException {
    Response refused = client.post(url("/_mock/scenarios"), "x".repeat(3 << 20));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("/error/code")).isEqualTo("request_too_large");
    assertThat(submit("x").status()).isEqualTo(200);
  }

  @Test
  void a_reset_ends_its_stream_alone() throws IOException {
    scenario("reset", "{'kind':'connection_reset'}");
    Response broken = submit("[mock:reset] x");
    Response sound = submit("x");
    assertThatThrownBy(() -> client.get(pollUrl(broken)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Received RST_STREAM");
    assertThat(client.get(pollUrl(sound)).text("/status")).isEqualTo("queued");
  }

  @Test
  void a_body_is_cut_in_the_middle_of_its_stream() throws IOException {
    scenario("cut", "{'kind':'cut_body'}");
    Response broken = submit("[mock:cut] x");
    assertThatThrownBy(() -> client.get(pollUrl(broken))).isInstanceOf(IOException.class);
    assertThat(submit("x").status()).isEqualTo(200);
  }

  @Test
  void a_delayed_response_holds_back_no_other_stream() throws IOException {
    scenario("late", "{'kind':'delay','by':'PT1H'}");
    Response task = submit("[mock:late] x");
    CompletableFuture<HttpResponse<String>> late =
        client
            .http()
            .sendAsync(client.request(pollUrl(task)).GET().build(), BodyHandlers.ofString());
    assertThat(submit("x").status()).isEqualTo(200);
    assertThat(late).isNotDone();
    client.post(url("/_mock/clock/advance"), "{\"by\":\"PT1H\"}");
    assertThat(late.join().statusCode()).isEqualTo(200);
  }

  @Test
  void many_streams_of_one_connection_are_served_at_once() {
    List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
    for (int i = 0; i < HttpLimits.MAX_STREAMS; i++) {
      responses.add(
          client
              .http()
              .sendAsync(
                  client
                      .request(url(Calls.GENERATIONS))
                      .POST(BodyPublishers.ofString(submission("x")))
                      .build(),
                  BodyHandlers.ofString()));
    }
    Stream<Integer> statuses = responses.stream().map(response -> response.join().statusCode());
    assertThat(statuses).hasSize((int) HttpLimits.MAX_STREAMS).containsOnly(200);
  }

  @Test
  void a_stop_ends_streams_of_events_and_delayed_responses() throws IOException {
    CompletableFuture<HttpResponse<String>> late;
    CompletableFuture<HttpResponse<String>> events;
    try (var stopping = TestServer.with("--tls=self-signed", "--clock=frozen").start()) {
      TlsClient other =
          TlsClient.trusting(
              stopping.get("/_mock/ca.pem").text(), HttpClient.Version.HTTP_2, "key");
      String address = stopping.tlsUrl().toString();
      other.post(
          address + "/_mock/scenarios",
          "{\"name\":\"late\",\"faults\":[{\"on\":\"poll\",\"fault\":{\"kind\":\"delay\",\"by\":\"PT1H\"}}]}");
      Response task = other.post(address + Calls.GENERATIONS, submission("[mock:late] x"));
      String poll = address + Calls.GENERATIONS + "/" + task.text("/id");
      late = other.http().sendAsync(other.request(poll).GET().build(), BodyHandlers.ofString());
      events =
          other
              .http()
              .sendAsync(
                  other.request(address + "/_mock/events").GET().build(), BodyHandlers.ofString());
      String journal = "";
      while (!journal.contains("GET")) {
        journal = other.get(address + "/_mock/requests").text();
      }
    }
    assertThat(late.join().statusCode()).isEqualTo(503);
    assertThat(events.join().body()).contains("event: clock");
  }
}
