package dev.seedance.mock.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

/**
 * No bytes make the server fail, hang, tell of its inside or break off a response.
 *
 * <p>System properties: {@code seedance.fuzz.seed} repeats a run, {@code seedance.fuzz.first}
 * begins it at the request with that number, {@code seedance.fuzz.seconds} goes on for a time
 * instead of {@value #REQUESTS} requests.
 */
class RawFuzzTest {

  private static final int REQUESTS = 600;

  /** The time in which a response to a whole request is due. */
  private static final int PATIENCE_MILLIS = 20_000;

  /** The time after which nothing comes for half a request. */
  private static final int SILENCE_MILLIS = 60;

  private static final FuzzedRequest HEALTH =
      new FuzzedRequest("GET /_mock/health HTTP/1.1\r\nHost: a\r\n\r\n", true);

  @RegisterExtension static final TestServer server = TestServer.with();

  private final Map<String, Integer> outcomes = new TreeMap<>();

  @Test
  void every_request_has_a_response_of_ours_or_none_is_due() throws IOException {
    long seed = Long.getLong("seedance.fuzz.seed", 0);
    long first = Long.getLong("seedance.fuzz.first", 0);
    long seconds = Long.getLong("seedance.fuzz.seconds", 0);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long sent = 0;
    try {
      for (long i = first; seconds == 0 ? sent < REQUESTS : System.nanoTime() < end; i++) {
        sent++;
        FuzzedRequest request = request(seed, i);
        try {
          exchange(request);
          if (i % 100 == 99) {
            assertThat(exchange(HEALTH)).as("the health of the server").isEqualTo("200");
          }
        } catch (AssertionError | IOException e) {
          throw new AssertionFailedError(
              "-Dseedance.fuzz.seed=%d -Dseedance.fuzz.first=%d: %s%nrequest: %s"
                  .formatted(seed, i, e.getMessage(), request),
              e);
        }
      }
    } finally {
      System.out.printf("fuzz: seed %d, %d requests, outcomes %s%n", seed, sent, outcomes);
    }
    assertThat(exchange(HEALTH)).isEqualTo("200");
  }

  private static FuzzedRequest request(long seed, long number) {
    var random = new Random(seed * 31 + number);
    random.nextInt();
    var grammar = new RequestGrammar(random);
    FuzzedRequest request = grammar.next();
    return random.nextInt(5) < 2 ? new Mutations(random, grammar).of(request) : request;
  }

  /** Sends a request and checks what comes; returns the status, or why there is none. */
  private String exchange(FuzzedRequest request) throws IOException {
    String outcome;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.baseUrl().getPort())) {
      socket.setSoTimeout(request.isFramed() ? PATIENCE_MILLIS : SILENCE_MILLIS);
      outcome = outcome(request, socket);
    }
    outcomes.merge(outcome, 1, Integer::sum);
    return outcome;
  }

  private static String outcome(FuzzedRequest request, Socket socket) throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] part = new byte[65_536];
    FuzzedResponse response = null;
    try {
      socket.getOutputStream().write(request.bytes());
      int length = 0;
      while (response == null && length >= 0) {
        length = socket.getInputStream().read(part);
        bytes.write(part, 0, Math.max(0, length));
        response = FuzzedResponse.of(bytes.toString(ISO_8859_1), request.isHead());
      }
    } catch (SocketTimeoutException | SocketException e) {
      assertThat(request.isFramed()).as("a whole request without a response: %s", e).isFalse();
      return e instanceof SocketTimeoutException ? "silent" : "reset";
    }
    if (response == null) {
      assertThat(bytes.size()).as("the bytes of half a response").isZero();
      assertThat(request.isFramed()).as("a whole request whose connection is closed").isFalse();
      return "closed";
    }
    response.check(request.isHead());
    return Integer.toString(response.status());
  }
}
