package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.http.BodyLimit;
import dev.seedance.mock.http.RequestCounts;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two connections to a server that holds at most 100 bytes of bodies at once. */
class ExchangeHandlerTest {

  private static final String PATH = "/v1/videos/generations";

  private final BodyLimits limits =
      new BodyLimits(
          Map.of("/_mock/snapshot", new BodyLimit(50, "less")), new BodyLimit(100, "less"), 400);
  private final BytesInFlight inFlight = new BytesInFlight(100);
  private final List<Throwable> errors = new ArrayList<>();
  private final EmbeddedChannel one = channel();
  private final EmbeddedChannel other = channel();

  @Test
  void a_body_that_fits_passes_and_makes_room_when_it_has_its_response() {
    request(one, PATH, 100);
    body(one, 100);
    assertThat(inFlight.held()).isEqualTo(100);
    assertThat(one.inboundMessages()).hasSize(2);
    respond(one, HttpResponseStatus.OK);
    assertThat(inFlight.held()).isZero();
    assertThat(one.isOpen()).isTrue();
  }

  @Test
  void a_declared_length_has_its_room_before_its_first_byte() {
    request(one, PATH, 90);
    assertThat(inFlight.held()).isEqualTo(90);
    part(one, 60);
    assertThat(inFlight.held()).isEqualTo(90);
  }

  @Test
  void a_length_for_which_there_is_no_room_is_503_after_the_body_was_read() {
    request(one, PATH, 60);
    request(other, PATH, 41);
    part(other, 40);
    assertThat(other.outboundMessages()).isEmpty();
    body(other, 1);
    assertRefused(other, 503, "\"rate_limit_unavailable\"", "--max-bytes-in-flight");
    assertThat(other.inboundMessages()).isEmpty();
    assertThat(inFlight.held()).isEqualTo(60);
  }

  @Test
  void a_client_that_expects_continue_is_refused_at_once() {
    request(one, PATH, 60);
    other.writeInbound(expecting(41));
    assertRefused(other, 503, "\"rate_limit_unavailable\"");
  }

  @Test
  void a_response_of_the_routes_to_a_client_that_expects_continue_ends_the_connection() {
    one.writeInbound(expecting(41));
    respond(one, HttpResponseStatus.UNAUTHORIZED);
    FullHttpResponse response = one.readOutbound();
    assertThat(response.headers().get("Connection")).isEqualTo("close");
    assertThat(one.isOpen()).as("a body may come or not").isFalse();
  }

  @Test
  void a_body_of_unknown_length_that_outgrows_the_room_is_503_and_gives_its_room_back_at_once() {
    request(one, PATH, 60);
    request(other, "/v1/uploads/images", -1);
    part(other, 30);
    part(other, 30);
    assertThat(inFlight.held()).as("the others go on").isEqualTo(60);
    assertThat(errors)
        .as("to the routes, the client is gone")
        .hasExactlyElementsOfTypes(EOFException.class);
    respond(other, HttpResponseStatus.BAD_REQUEST);
    assertThat(other.outboundMessages()).as("the response of the routes to a part of it").isEmpty();
    body(other, 10);
    assertRefused(other, 503, "{\"success\":false");
  }

  @Test
  void a_body_of_unknown_length_that_is_longer_than_any_is_413() {
    request(one, "/_mock/snapshot", -1);
    part(one, 50);
    part(one, 1);
    body(one, 1);
    assertRefused(one, 413, "at most 50 are read", "body.too-large");
  }

  @Test
  void a_body_that_goes_on_and_on_ends_the_connection() {
    request(one, PATH, -1);
    part(one, 101);
    part(one, 300);
    assertThat(one.outboundMessages()).isEmpty();
    assertThat(one.isOpen()).isFalse();
    assertThat(inFlight.held()).isZero();
  }

  @Test
  void a_response_waits_for_the_end_of_its_request() {
    request(one, PATH, 60);
    part(one, 59);
    respond(one, HttpResponseStatus.UNAUTHORIZED);
    assertThat(one.outboundMessages()).isEmpty();
    assertThat(one.isWritable()).as("the routes write nothing more").isFalse();
    body(one, 1);
    assertThat(one.<FullHttpResponse>readOutbound().status().code()).isEqualTo(401);
    assertThat(one.isWritable()).isTrue();
    assertThat(one.isOpen()).isTrue();
  }

  @Test
  void the_promise_of_a_response_that_waits_is_kept_when_it_is_written() {
    request(one, PATH, 2);
    ChannelPromise written = one.newPromise().addListener(ChannelFutureListener.CLOSE);
    var unused = one.pipeline().writeAndFlush(response(HttpResponseStatus.UNAUTHORIZED), written);
    assertThat(written.isDone()).isFalse();
    assertThat(one.isOpen()).isTrue();
    body(one, 2);
    assertThat(written.isSuccess()).isTrue();
    assertThat(one.isOpen()).isFalse();
  }

  @Test
  void a_delayed_response_waits_for_all_its_delays_and_the_next_ones_for_it() {
    HttpRequest first = request(one, PATH, 0);
    body(one, 0);
    Exchange exchange =
        one.pipeline().get(ExchangeHandler.class).responses().find(first).orElseThrow();
    exchange.delay();
    exchange.delay();
    respond(one, HttpResponseStatus.OK);
    request(one, PATH, 0);
    body(one, 0);
    respond(one, HttpResponseStatus.NOT_FOUND);
    exchange.release();
    one.runPendingTasks();
    assertThat(one.outboundMessages()).isEmpty();
    exchange.release();
    one.runPendingTasks();
    assertThat(one.<FullHttpResponse>readOutbound().status().code()).isEqualTo(200);
    assertThat(one.<FullHttpResponse>readOutbound().status().code()).isEqualTo(404);
  }

  @Test
  void nothing_after_the_last_request_of_a_connection_is_served() {
    var last = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, PATH);
    last.headers().set("Connection", "TE, close");
    one.writeInbound(last, LastHttpContent.EMPTY_LAST_CONTENT);
    request(one, PATH, 0);
    body(one, 0);
    assertThat(one.inboundMessages()).hasSize(2);
    respond(one, HttpResponseStatus.OK);
    assertThat(one.<FullHttpResponse>readOutbound().headers().get("Connection")).isEqualTo("close");
    assertThat(one.isOpen()).isFalse();
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
    assertThat(inFlight.held()).isEqualTo(60);
    respond(one, HttpResponseStatus.OK);
    assertThat(inFlight.held()).isZero();
  }

  @Test
  void the_rest_of_a_body_that_has_its_response_already_counts_nothing() {
    request(one, PATH, 60);
    part(one, 30);
    respond(one, HttpResponseStatus.UNAUTHORIZED);
    body(one, 30);
    assertThat(inFlight.held()).isZero();
  }

  @Test
  void a_connection_that_breaks_frees_what_it_held() {
    request(one, PATH, 60);
    part(one, 30);
    one.close().syncUninterruptibly();
    assertThat(inFlight.held()).isZero();
  }

  @Test
  void a_body_that_could_never_be_in_flight_is_too_long() {
    var options = OptionValues.DEFAULT.with(MockOptions.MAX_BYTES_IN_FLIGHT, 100L);
    assertThat(BodyLimits.of(options).byPath().values())
        .extracting(BodyLimit::bytes)
        .containsOnly(100L);
    assertThat(BodyLimits.of(options).max()).isEqualTo(100);
    assertThat(BodyLimits.of(OptionValues.DEFAULT).max()).isEqualTo(192 << 20);
  }

  private EmbeddedChannel channel() {
    Connections connections = new Connections(OptionValues.DEFAULT);
    return new EmbeddedChannel(
        new ExchangeHandler(
            RequestCheck.of(List.of()),
            new ResponseHeads(List.of(), new RequestCounts()),
            limits,
            inFlight,
            connections.waiting()),
        new Routes());
  }

  /** Keeps the errors that arrive at the routes. */
  private final class Routes extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
      errors.add(error);
    }
  }

  private static HttpRequest request(EmbeddedChannel channel, String path, int length) {
    var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path);
    if (length >= 0) {
      request.headers().set("Content-Length", length);
    }
    channel.writeInbound(request);
    return request;
  }

  private static HttpRequest expecting(int length) {
    var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, PATH);
    request.headers().set("Content-Length", length).set("Expect", "100-continue");
    return request;
  }

  private static void part(EmbeddedChannel channel, int bytes) {
    channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
  }

  private static void body(EmbeddedChannel channel, int bytes) {
    channel.writeInbound(new DefaultLastHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
  }

  private static void respond(EmbeddedChannel channel, HttpResponseStatus status) {
    channel.writeOutbound(response(status));
  }

  private static FullHttpResponse response(HttpResponseStatus status) {
    var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    response.headers().set("Content-Length", 0);
    return response;
  }

  private static void assertRefused(EmbeddedChannel channel, int status, String... says) {
    FullHttpResponse refusal = channel.readOutbound();
    assertThat(refusal.status().code()).isEqualTo(status);
    assertThat(refusal.content().toString(StandardCharsets.UTF_8)).contains(says);
    assertThat(refusal.headers().get("Retry-After")).isEqualTo(status == 503 ? "1" : null);
    assertThat(channel.isOpen()).isFalse();
  }
}
