package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Two connections to a server that holds at most 100 bytes of bodies at once. */
class BodyLimitHandlerTest {

  private static final String PATH = "/v1/videos/generations";

  private final BodyLimits limits = new BodyLimits(50, 100, 400);
  private final BytesInFlight inFlight = new BytesInFlight(100);
  private final EmbeddedChannel one = new EmbeddedChannel(new BodyLimitHandler(limits, inFlight));
  private final EmbeddedChannel other = new EmbeddedChannel(new BodyLimitHandler(limits, inFlight));

  @Test
  void a_body_that_fits_passes_and_makes_room_when_it_has_its_response() {
    request(one, PATH, 100);
    body(one, 100);
    assertThat(inFlight.fits(1)).isFalse();
    assertThat(one.inboundMessages()).hasSize(2);
    respond(one, HttpResponseStatus.OK);
    assertThat(inFlight.fits(100)).isTrue();
    assertThat(one.isOpen()).isTrue();
  }

  @Test
  void a_length_for_which_there_is_no_room_is_503_after_the_body_was_read() {
    request(one, PATH, 90);
    part(one, 60);
    request(other, PATH, 41);
    assertThat(other.outboundMessages()).isEmpty();
    body(other, 41);
    assertRefused(other, 503, "\"rate_limit_unavailable\"", "--max-bytes-in-flight");
    assertThat(other.inboundMessages()).isEmpty();
  }

  @Test
  void a_client_that_expects_continue_is_refused_at_once() {
    request(one, PATH, 90);
    part(one, 60);
    var asking = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, PATH);
    asking.headers().set("Content-Length", 41).set("Expect", "100-continue");
    other.writeInbound(asking);
    assertRefused(other, 503, "\"rate_limit_unavailable\"");
  }

  @Test
  void a_body_of_unknown_length_that_outgrows_the_room_is_503() {
    request(one, PATH, 90);
    part(one, 60);
    request(other, "/v1/uploads/images", -1);
    part(other, 30);
    part(other, 30);
    respond(other, HttpResponseStatus.BAD_REQUEST);
    assertThat(other.outboundMessages()).as("the response of the routes to a part of it").isEmpty();
    body(other, 10);
    assertRefused(other, 503, "{\"success\":false");
    assertThat(inFlight.fits(40)).as("the room of the refused one is free").isTrue();
    assertThat(inFlight.fits(41)).isFalse();
  }

  @Test
  void a_body_of_unknown_length_that_is_longer_than_any_is_413() {
    request(one, "/_mock/snapshot", -1);
    part(one, 50);
    part(one, 1);
    body(one, 1);
    assertRefused(one, 413, "longer than 50 bytes", "--max-snapshot-bytes");
  }

  @Test
  void a_body_that_goes_on_and_on_ends_the_connection() {
    request(one, PATH, -1);
    part(one, 101);
    part(one, 300);
    assertThat(one.outboundMessages()).isEmpty();
    assertThat(one.isOpen()).isFalse();
    assertThat(inFlight.fits(100)).isTrue();
  }

  @Test
  void earlier_requests_of_the_connection_have_their_responses_first() {
    request(one, PATH, 60);
    body(one, 60);
    request(one, PATH, 60);
    body(one, 60);
    assertThat(one.outboundMessages()).isEmpty();
    respond(one, HttpResponseStatus.OK);
    FullHttpResponse first = one.readOutbound();
    assertThat(first.status()).isEqualTo(HttpResponseStatus.OK);
    assertRefused(one, 503, "rate_limit_unavailable");
  }

  @Test
  void an_interim_response_frees_nothing() {
    request(one, PATH, 60);
    body(one, 60);
    respond(one, HttpResponseStatus.CONTINUE);
    assertThat(inFlight.fits(41)).isFalse();
    respond(one, HttpResponseStatus.OK);
    assertThat(inFlight.fits(100)).isTrue();
  }

  @Test
  void the_rest_of_a_body_that_has_its_response_already_counts_nothing() {
    request(one, PATH, 60);
    part(one, 30);
    respond(one, HttpResponseStatus.UNAUTHORIZED);
    body(one, 30);
    assertThat(inFlight.fits(100)).isTrue();
  }

  @Test
  void a_connection_that_breaks_frees_what_it_held() {
    request(one, PATH, 60);
    part(one, 30);
    one.close().syncUninterruptibly();
    assertThat(inFlight.fits(100)).isTrue();
  }

  @Test
  void a_body_that_could_never_be_in_flight_is_too_long() {
    var options = OptionValues.DEFAULT.with(MockOptions.MAX_BYTES_IN_FLIGHT, 100L);
    assertThat(BodyLimits.of(options).snapshot()).isEqualTo(100);
    assertThat(BodyLimits.of(options).max()).isEqualTo(100);
    assertThat(BodyLimits.of(OptionValues.DEFAULT).max()).isEqualTo(192 << 20);
  }

  private static void request(EmbeddedChannel channel, String path, int length) {
    var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path);
    if (length >= 0) {
      request.headers().set("Content-Length", length);
    }
    channel.writeInbound(request);
  }

  private static void part(EmbeddedChannel channel, int bytes) {
    channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
  }

  private static void body(EmbeddedChannel channel, int bytes) {
    channel.writeInbound(new DefaultLastHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
  }

  private static void respond(EmbeddedChannel channel, HttpResponseStatus status) {
    channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
  }

  private static void assertRefused(EmbeddedChannel channel, int status, String... says) {
    FullHttpResponse refusal = channel.readOutbound();
    assertThat(refusal.status().code()).isEqualTo(status);
    assertThat(refusal.content().toString(StandardCharsets.UTF_8)).contains(says);
    assertThat(refusal.headers().get("Retry-After")).isEqualTo(status == 503 ? "1" : null);
    assertThat(channel.isOpen()).isFalse();
  }
}
