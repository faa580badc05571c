package dev.seedance.mock.http.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.http.BodyLimit;
import dev.seedance.mock.http.RequestCounts;
import dev.seedance.mock.options.OptionValues;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection whose request must move on within 7 seconds, and come within 20. */
class TimeLimitHandlerTest {

  private static final String HEAD = "POST /v1/balance HTTP/1.1\r\nContent-Length: 5000\r\n\r\n";

  private final ExchangeHandler exchanges =
      new ExchangeHandler(
          RequestCheck.of(List.of()),
          new ResponseHeads(List.of(), new RequestCounts()),
          new BodyLimits(Map.of(), new BodyLimit(10_000, "less"), 10_000),
          new BytesInFlight(10_000),
          new Connections(OptionValues.DEFAULT).waiting());
  private final SlowChannel channel = new SlowChannel();

  /** A channel with a clock of its own, whose client may stop reading. */
  private static final class SlowChannel extends EmbeddedChannel {

    private boolean reads = true;

    @Override
    protected void doWrite(ChannelOutboundBuffer buffer) throws Exception {
      if (reads) {
        super.doWrite(buffer);
      }
    }
  }

  TimeLimitHandlerTest() {
    channel.freezeTime();
    var limits = new TimeLimitHandler.Limits(Duration.ofSeconds(7), Duration.ofSeconds(20));
    channel
        .pipeline()
        .addLast(new TimeLimitHandler(limits, exchanges), new HttpServerCodec(), exchanges);
  }

  @Test
  void half_a_head_is_refused_and_the_connection_closed() {
    send("GET /_mock/health HTTP/1.1\r\nHost:");
    pass(7);
    assertThat(channel.isOpen()).isTrue();
    pass(7);
    assertThat(sent()).startsWith("HTTP/1.1 408 ").contains("--stall-timeout", "in 7 s");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void a_byte_a_second_is_too_slow_for_a_body() {
    send(HEAD);
    for (int i = 0; i < 13; i++) {
      pass(1);
      send("x");
    }
    assertThat(channel.isOpen()).isTrue();
    pass(1);
    assertThat(sent()).startsWith("HTTP/1.1 408 ").contains("\"success\":false");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void a_body_that_moves_on_may_take_long() {
    send(HEAD);
    for (int i = 0; i < 4; i++) {
      pass(7);
      send("x".repeat(HttpLimits.MIN_PROGRESS));
    }
    pass(7);
    assertThat(channel.isOpen()).isTrue();
    assertThat(sent()).isEmpty();
  }

  @Test
  void a_response_may_take_any_time() {
    send("GET /v1/balance HTTP/1.1\r\n\r\n");
    pass(86_400);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void a_connection_without_a_request_is_closed_after_a_while_without_a_word() {
    pass(20);
    assertThat(channel.isOpen()).isTrue();
    pass(8);
    assertThat(channel.isOpen()).isFalse();
    assertThat(sent()).isEmpty();
  }

  @Test
  void a_client_that_does_not_read_its_response_is_left() {
    channel.reads = false;
    send("GET /v1/balance HTTP/1.1\r\n\r\n");
    var unused = channel.pipeline().writeAndFlush(EarlyRefusals.tooManyConnections(1));
    pass(7);
    assertThat(channel.isOpen()).isTrue();
    pass(7);
    assertThat(channel.isOpen()).isFalse();
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    channel.releaseInbound();
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      channel.advanceTimeBy(1, TimeUnit.SECONDS);
      channel.runPendingTasks();
    }
  }

  private String sent() {
    var text = new StringBuilder();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      text.append(part.toString(US_ASCII));
      part.release();
    }
    return text.toString();
  }
}
