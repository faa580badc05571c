package dev.seedance.mock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TlsClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No bytes on the port for HTTPS make the server fail or hold a connection for ever. */
class TlsNoiseTest {

  private static final int REQUESTS = 100;

  /** The header of a TLS record with a handshake, which promises more than comes. */
  private static final String HALF_A_HANDSHAKE = "\u0016\u0003\u0001\u0002\u0000\u0001";

  @RegisterExtension
  static final TestServer server = TestServer.with("--tls=self-signed", "--max-connections=5");

  /** Handshakes of sound clients may be slower than it allows. */
  @RegisterExtension
  static final TestServer impatient =
      TestServer.with("--tls=self-signed", "--stall-timeout=PT0.2S");

  @Test
  void plain_http_is_refused_in_words() throws IOException {
    try (var connection = RawConnection.to(server.tlsUrl())) {
      connection.write("GET /_mock/health HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(connection.readToEnd())
          .startsWith("HTTP/1.1 400 ")
          .contains("this port speaks HTTPS; begin the URL with https://");
    }
  }

  @Test
  void noise_ends_its_connection() throws IOException {
    var random = new Random(19);
    var grammar = new RequestGrammar(random);
    for (int i = 0; i < REQUESTS; i++) {
      String noise = i % 2 == 0 ? grammar.next().text() : garbage(random);
      try (var connection = RawConnection.to(impatient.tlsUrl())) {
        connection.write(noise.isEmpty() ? "x" : noise);
        String end = connection.readToEnd();
        assertThat(end).as(noise).matches("(?s)|reset|HTTP/1.1 400 .*|[\u0015-\u0017].*");
      }
    }
    assertThat(impatient.get("/_mock/health").status()).isEqualTo(200);
  }

  private static String garbage(Random random) {
    var bytes = new StringBuilder(random.nextBoolean() ? "\u0016\u0003\u0001" : "");
    for (int left = 1 + random.nextInt(300); left > 0; left--) {
      bytes.append((char) random.nextInt(256));
    }
    return bytes.toString();
  }

  @Test
  void a_handshake_that_does_not_go_on_is_closed() throws IOException {
    try (var silent = RawConnection.to(impatient.tlsUrl());
        var half = RawConnection.to(impatient.tlsUrl())) {
      half.write(HALF_A_HANDSHAKE);
      silent.readToEnd();
      half.readToEnd();
    }
  }

  @Test
  void half_handshakes_lock_nobody_out() throws IOException {
    List<RawConnection> open = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        RawConnection half = RawConnection.to(server.tlsUrl());
        open.add(half);
        half.write(HALF_A_HANDSHAKE);
      }
      TlsClient client =
          TlsClient.trusting(
              server.get("/_mock/ca.pem").text(), HttpClient.Version.HTTP_2, server.key());
      assertThat(client.get(server.tlsUrl() + "/_mock/health").status()).isEqualTo(200);
    } finally {
      for (RawConnection half : open) {
        half.close();
      }
    }
  }
}
