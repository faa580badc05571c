package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.time.RealTime;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Violation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that respond in every possible way. */
class WebhookClientTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final TargetPolicy policy = new TargetPolicy(List.of(), WebhookClientTest::resolve);
  private final RealTime realTime = new RealTime(RealTime.ofThisMachine());
  private ServerSocket socket;

  @BeforeEach
  void listen() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getAllByName("127.0.0.1")[0]);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    realTime.close();
  }

  @Test
  void connects_to_the_address_that_was_checked_under_the_name_of_the_url() {
    try (var receiver = new Receiver()) {
      String port = receiver.url("").replaceAll(".*:", "");
      var reply = post("http://pinned.example:" + port + "/hook");
      assertThat(reply).isEqualTo(Reply.of(200, "thanks"));
      assertThat(receiver.calls().get(0).header("Host")).isEqualTo("pinned.example:" + port);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "http://order_service:PORT/hook order_service /hook",
        "http://order_service:PORT/hook?sig=a|b&t={id}&p=100% order_service /hook?sig=a%7Cb&t=%7Bid%7D&p=100%25",
        "http://bücher.example:PORT/ü/[1] xn--bcher-kva.example /%C3%BC/%5B1%5D",
        "HTTP://Pinned.Example:PORT? Pinned.Example /?"
      })
  void what_the_validator_takes_for_a_callback_is_delivered(
      String template, String host, String path) {
    try (var receiver = new Receiver()) {
      String port = receiver.url("").replaceAll(".*:", "");
      String url = template.replace("PORT", port);
      assertThat(errors(url)).isEmpty();
      assertThat(post(url).status()).isEqualTo(200);
      assertThat(receiver.calls().get(0).path()).isEqualTo(path);
      assertThat(receiver.calls().get(0).header("Host")).isEqualTo(host + ":" + port);
    }
  }

  @Test
  void tries_the_next_address_of_a_name_where_nobody_listens_at_the_first() {
    answer("HTTP/1.1 204 No Content\r\n\r\n");
    assertThat(post("http://two.example:" + socket.getLocalPort() + "/").status()).isEqualTo(204);
  }

  @Test
  void an_interim_answer_is_not_the_answer() {
    answer("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
    assertThat(post(url()).status()).isEqualTo(202);
  }

  @Test
  void reads_four_kilobytes_of_an_answer_that_never_ends() {
    answer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(100_000));
    var reply = post(url());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).hasSize(ResponseReader.READ_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon"})
  void an_answer_that_is_no_http_is_a_failure(String answer) {
    answer(answer);
    assertThat(post(url()).error()).isNotBlank();
    assertThat(post(url()).status()).isNull();
  }

  @Test
  void headers_without_end_are_a_failure() {
    answer("HTTP/1.1 200 OK\r\n" + "X-Filler: x\r\n".repeat(10_000) + "\r\n");
    assertThat(post(url()).error()).isNotBlank();
  }

  @Test
  void more_webhooks_than_go_out_at_once_are_sent_in_turn() {
    try (var receiver = new Receiver();
        var client = client()) {
      var replies =
          Stream.generate(() -> client.post("lane", receiver.url(), Map.of(), BODY))
              .limit(300)
              .toList();
      assertThat(replies).extracting(CompletableFuture::join).containsOnly(Reply.of(200, "thanks"));
    }
  }

  @Test
  void an_https_receiver_that_speaks_plain_http_is_a_failure() {
    answer("HTTP/1.1 200 OK\r\n\r\n");
    assertThat(post(url().replace("http:", "https:")).error())
        .isEqualTo("the receiver does not speak TLS; is its URL an http one?");
  }

  @Test
  void an_unknown_name_is_a_failure() {
    assertThat(post("http://unknown.example/").error())
        .isEqualTo("no address is known for 'unknown.example'");
  }

  @Test
  void what_is_no_url_is_a_failure() {
    assertThat(post("nonsense").error()).contains("absolute");
  }

  private static List<Violation> errors(String callback) {
    String body = "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"callback_url\":\"%s\"}";
    return RequestValidator.create()
        .validate(body.formatted(callback).getBytes(StandardCharsets.UTF_8))
        .errors();
  }

  private Reply post(String url) {
    try (var client = client()) {
      return client.post("lane", url, Map.of("X-Test", "yes"), BODY).join();
    }
  }

  private WebhookClient client() {
    return new WebhookClient(policy, List.of(), realTime::after);
  }

  private String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  /** Gives this answer, byte for byte, to everybody who calls, and hangs up. */
  private void answer(String bytes) {
    new Thread(() -> answerAll(bytes.getBytes(StandardCharsets.UTF_8))).start();
  }

  @SuppressWarnings("EmptyCatch") // a caller has read enough, or the test is over
  private void answerAll(byte[] bytes) {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        caller.getInputStream().read(new byte[4_096]);
        caller.getOutputStream().write(bytes);
      } catch (IOException expected) {
        // as above
      }
    }
  }

  private static InetAddress[] resolve(String host) throws UnknownHostException {
    return switch (host) {
      case "two.example" ->
          new InetAddress[] {
            InetAddress.getAllByName("127.1.2.3")[0], InetAddress.getAllByName("127.0.0.1")[0]
          };
      case "pinned.example", "order_service", "xn--bcher-kva.example" ->
          new InetAddress[] {InetAddress.getAllByName("127.0.0.1")[0]};
      case "unknown.example" -> throw new java.net.UnknownHostException(host);
      default -> InetAddress.getAllByName(host);
    };
  }
}
