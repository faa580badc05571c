package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that nobody resolves and receivers that never respond: what they hold up, and what not. */
class SlowReceiversTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final Reply TAKEN = Reply.of(200, "thanks");
  private static final Reply CLOSED = Reply.failed("the server is shutting down");

  private final CountDownLatch resolver = new CountDownLatch(1);
  private final TestTimer timer = new TestTimer();
  private final WebhookClient client =
      new WebhookClient(new TargetPolicy(List.of(), this::resolve), List.of(), timer);
  private final BlockingQueue<Socket> hanging = new LinkedBlockingQueue<>();
  private ServerSocket socket;
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
    socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    new Thread(this::hang).start();
  }

  @AfterEach
  void close() throws IOException {
    resolver.countDown();
    client.close();
    receiver.close();
    socket.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "LOCALHOST", "localhost.", "[::ffff:127.0.0.1]"})
  void names_that_are_slow_hold_up_no_webhook_to_a_host_that_needs_no_look_up(String host) {
    postAll("slow", "http://slow.example/", 40);
    assertThat(post("slow", "http://%s:%d/".formatted(host, receiver.port())).join())
        .isEqualTo(TAKEN);
  }

  @Test
  void the_slow_names_of_one_key_hold_up_no_name_of_another() {
    postAll("slow", "http://slow.example/", 40);
    assertThat(post("other", "http://quick.example:%d/".formatted(receiver.port())).join())
        .isEqualTo(TAKEN);
  }

  @Test
  void the_log_says_that_it_was_the_name_that_took_long() {
    var reply = post("lane", "http://slow.example/");
    assertThat(timer.pending()).containsExactly(LookUps.LIMIT);
    timer.pass();
    assertThat(reply.join())
        .isEqualTo(
            Reply.failed(
                "the name 'slow.example' was not resolved within 10 s; the receiver was not"
                    + " called"));
  }

  @Test
  void the_time_limit_of_a_receiver_begins_with_its_connection() throws InterruptedException {
    var reply = post("lane", "http://slow.example:%d/".formatted(socket.getLocalPort()));
    resolver.countDown();
    hanging.take();
    assertThat(timer.pending()).containsExactly(WebhookClient.TIMEOUT);
    assertThat(reply).isNotDone();
    timer.pass();
    assertThat(reply.join()).isEqualTo(Reply.failed("no answer within the time limit of 10 s"));
  }

  @Test
  void receivers_of_one_key_that_hang_hold_up_no_other_key() throws InterruptedException {
    var replies = postAll("hanging", hangingUrl(), 700);
    for (int i = 0; i < WebhookClient.MOST_IN_LANE; i++) {
      hanging.take();
    }
    assertThat(post("other", receiver.url()).join()).isEqualTo(TAKEN);
    assertThat(replies).noneMatch(CompletableFuture::isDone);
    assertThat(timer.pending()).hasSize(WebhookClient.MOST_IN_LANE);
    assertThat(hanging).isEmpty();
  }

  @Test
  void what_is_under_way_when_the_client_is_closed_ends_and_says_why() throws Exception {
    var replies =
        Stream.of(
                postAll("hanging", hangingUrl(), WebhookClient.MOST_IN_LANE + 1),
                postAll("slow", "http://slow.example/", LookUps.MOST_IN_LANE + 1))
            .flatMap(List::stream)
            .toList();
    Socket first = hanging.take();
    client.close();
    assertThat(replies).extracting(CompletableFuture::join).containsOnly(CLOSED);
    assertThat(ends(first)).isTrue();
    assertThat(post("late", receiver.url()).join()).isEqualTo(CLOSED);
  }

  @Test
  void a_server_that_is_closed_ends_its_webhooks_in_flight() throws Exception {
    var server = TestServer.with("--scenario=instant").start();
    server.submit(
        "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"callback_url\":\"%s\"}"
            .formatted(hangingUrl()));
    Socket webhook = hanging.take();
    server.close();
    assertThat(ends(webhook)).isTrue();
  }

  private CompletableFuture<Reply> post(String lane, String url) {
    return client.post(lane, url, Map.of(), BODY);
  }

  private List<CompletableFuture<Reply>> postAll(String lane, String url, int count) {
    return Stream.generate(() -> post(lane, url)).limit(count).toList();
  }

  private String hangingUrl() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  /** Reads to the end of a connection; false if nothing ends it in time. */
  private static boolean ends(Socket connection) throws IOException {
    connection.setSoTimeout(20_000);
    try {
      return connection.getInputStream().readAllBytes() != null;
    } catch (SocketException e) {
      return true; // reset
    }
  }

  @SuppressWarnings("EmptyCatch") // the test is over
  private void hang() {
    try {
      while (true) {
        hanging.add(socket.accept());
      }
    } catch (IOException expected) {
      // as above
    }
  }

  private InetAddress[] resolve(String host) {
    try {
      if (host.equals("slow.example")) {
        resolver.await();
      } else if (!host.equals("quick.example")) {
        throw new AssertionError("looks " + host + " up");
      }
      return new InetAddress[] {InetAddress.getByAddress(new byte[] {127, 0, 0, 1})};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
