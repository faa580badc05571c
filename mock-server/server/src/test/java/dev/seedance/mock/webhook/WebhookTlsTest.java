package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.RealTime;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks to https receivers with certificates of a developer's own. */
class WebhookTlsTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private static final RealTime REAL_TIME = new RealTime(RealTime.ofThisMachine());

  private static TestAuthority authority;
  private static Receiver receiver;
  private static List<X509Certificate> trusted;

  @BeforeAll
  static void listen(@TempDir Path directory) throws Exception {
    authority = new TestAuthority(directory, "dns:localhost,ip:127.0.0.1,dns:receiver.example");
    receiver = new Receiver(authority.receiver());
    trusted = certificates(authority.pem());
  }

  @AfterAll
  static void close() {
    receiver.close();
    REAL_TIME.close();
  }

  @Test
  void a_webhook_is_delivered_to_a_receiver_whose_authority_was_named() {
    JsonNode delivery = delivery(receiver.url("/delivered"), "--webhook-ca=" + authority.pem());
    assertThat(delivery.path("status").asText()).isEqualTo("delivered");
    assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(200);
    var call = receiver.calls().stream().filter(c -> c.path().equals("/delivered")).findFirst();
    assertThat(call.orElseThrow().json().path("type").asText()).isEqualTo("generation.completed");
    assertThat(call.orElseThrow().header("X-ToAPIs-Webhook-Signature"))
        .isEqualTo(call.orElseThrow().signedWith("whsec_seedance_mock"));
  }

  @Test
  void a_certificate_that_nobody_named_is_refused_and_the_log_says_what_to_do() {
    JsonNode delivery = delivery(receiver.url("/untrusted"));
    assertThat(delivery.path("status").asText()).isEqualTo("pending");
    assertThat(delivery.at("/attempts/0/error").asText())
        .isEqualTo(
            "the receiver's certificate is not trusted; if it is self-signed or of your own"
                + " authority, start the server with --webhook-ca FILE");
    assertThat(receiver.calls()).noneMatch(call -> call.path().equals("/untrusted"));
  }

  @Test
  void the_pinned_address_is_called_by_the_name_of_the_url() {
    String url = "https://receiver.example:" + receiver.port() + "/pinned";
    assertThat(post(url)).isEqualTo(Reply.of(200, "thanks"));
    var call =
        receiver.calls().stream().filter(c -> c.path().equals("/pinned")).findFirst().orElseThrow();
    assertThat(call.header("Host")).isEqualTo("receiver.example:" + receiver.port());
    assertThat(call.serverNames()).containsExactly("receiver.example");
  }

  @Test
  void a_trusted_certificate_for_another_name_is_refused() {
    Reply reply = post("https://other.example:" + receiver.port() + "/other");
    assertThat(reply.error())
        .startsWith("the receiver's certificate is refused: ")
        .contains("other.example");
    assertThat(receiver.calls()).noneMatch(call -> call.path().equals("/other"));
  }

  @Test
  void an_expired_certificate_is_refused(@TempDir Path directory) throws Exception {
    var old =
        new TestAuthority(
            directory, "ip:127.0.0.1", "-startdate", "2020/01/01 00:00:00", "-validity", "1");
    try (var expired = new Receiver(old.receiver());
        var client = client(certificates(old.pem()))) {
      assertThat(client.post("lane", expired.url(), Map.of(), BODY).join().error())
          .isEqualTo("the receiver's certificate is not valid at this time; renew it");
    }
  }

  @Test
  void a_file_without_a_certificate_is_refused_when_it_is_named(@TempDir Path directory)
      throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.pem"));
    Path key = directory.resolve("key.pem");
    Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    for (Path file : List.of(empty, key, directory.resolve("missing.pem"))) {
      assertThatThrownBy(() -> certificates(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("-----BEGIN CERTIFICATE-----");
    }
  }

  /** Returns the delivery of the webhook of a task that is completed at once. */
  private static JsonNode delivery(String url, String... options) {
    var all = Stream.concat(Stream.of("--clock=frozen", "--scenario=instant"), Stream.of(options));
    try (var server = TestServer.with(all.toArray(String[]::new)).start()) {
      server.submit(
          "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"callback_url\":\"%s\"}".formatted(url));
      server.advance("PT0S");
      return server.get("/_mock/webhooks/deliveries").json().at("/deliveries/0");
    }
  }

  private static List<X509Certificate> certificates(Path pem) {
    return Objects.requireNonNull(
        MockCommand.read("--webhook-ca=" + pem).get(MockOptions.WEBHOOK_CA));
  }

  private static Reply post(String url) {
    try (var client = client(trusted)) {
      return client.post("lane", url, Map.of(), BODY).join();
    }
  }

  private static WebhookClient client(List<X509Certificate> cas) {
    var policy = new TargetPolicy(List.of(), host -> InetAddress.getAllByName("127.0.0.1"));
    return new WebhookClient(policy, cas, REAL_TIME::after);
  }
}
