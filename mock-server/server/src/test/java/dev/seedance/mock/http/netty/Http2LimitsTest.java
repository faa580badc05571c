package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import dev.seedance.mock.http.netty.RawHttp2.Frame;
import io.netty.handler.codec.http2.Http2Error;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client of HTTP/2 that is slow or hostile meets the limits of the server. */
class Http2LimitsTest {

  private static final int MAX_CONCURRENT_STREAMS = 3;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int MAX_HEADER_LIST_SIZE = 6;

  private static final String[] MODELS = {
    ":method: GET",
    ":scheme: https",
    ":authority: localhost",
    ":path: /v1/models",
    "authorization: Bearer key"
  };

  private static final String[] SUBMIT = {
    ":method: POST",
    ":scheme: https",
    ":authority: localhost",
    ":path: /v1/videos/generations",
    "authorization: Bearer key",
    "content-length: 100"
  };

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--tls=self-signed", "--stall-timeout=PT3S", "--idle-timeout=PT3S");

  @Test
  void the_server_tells_its_limits() throws IOException {
    try (var connection = RawHttp2.to(server, Map.of())) {
      var settings = connection.await(RawHttp2.SETTINGS).payload();
      boolean streams = false;
      boolean headers = false;
      while (settings.hasRemaining()) {
        int id = settings.getShort();
        int value = settings.getInt();
        streams |= id == MAX_CONCURRENT_STREAMS && value == HttpLimits.MAX_STREAMS;
        headers |= id == MAX_HEADER_LIST_SIZE && value == HttpLimits.MAX_HEADERS;
      }
      assertThat(streams && headers).isTrue();
    }
  }

  @Test
  void a_request_that_does_not_go_on_is_refused() throws IOException {
    try (var connection = RawHttp2.to(server, Map.of())) {
      connection.request(1, false, SUBMIT);
      assertThat(connection.await(RawHttp2.HEADERS).stream()).isEqualTo(1);
      Frame reset = connection.await(RawHttp2.RST_STREAM);
      assertThat(reset.stream()).isEqualTo(1);
      assertThat(reset.payload().getInt()).isEqualTo((int) Http2Error.NO_ERROR.code());
    }
  }

  @Test
  void a_response_that_is_not_read_is_given_up() throws IOException {
    try (var connection = RawHttp2.to(server, Map.of(INITIAL_WINDOW_SIZE, 0))) {
      connection.request(1, true, MODELS);
      assertThat(connection.await(RawHttp2.HEADERS).stream()).isEqualTo(1);
      assertThat(connection.await(RawHttp2.RST_STREAM).stream()).isEqualTo(1);
    }
  }

  @Test
  void a_connection_without_a_stream_is_closed() throws IOException {
    try (var connection = RawHttp2.to(server, Map.of())) {
      connection.awaitEnd();
    }
  }

  @Test
  void a_flood_of_streams_that_are_given_up_ends_the_connection() throws IOException {
    try (var connection = RawHttp2.to(server, Map.of())) {
      for (int stream = 1; stream < 2 * 210; stream += 2) {
        connection.request(stream, false, SUBMIT);
        connection.reset(stream);
      }
      Frame goAway = connection.await(RawHttp2.GOAWAY);
      assertThat(goAway.payload().getInt(4)).isEqualTo((int) Http2Error.ENHANCE_YOUR_CALM.code());
    }
    assertThat(server.get("/_mock/health").status()).isEqualTo(200);
  }
}
