package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnePieceTest {

  private final EmbeddedChannel channel = new EmbeddedChannel(new OnePiece());

  @Test
  void a_short_head_and_its_body_are_sent_together() {
    ByteBuf head = part("head");
    ByteBuf body = part("body");

    write(head);
    write(body);
    assertThat(channel.<Object>readOutbound()).as("before the flush").isNull();
    channel.flush();

    assertThat(sent()).containsExactly("headbody");
    assertThat(head.refCnt() + body.refCnt()).as("the copied parts are released").isZero();
  }

  @Test
  void a_long_body_is_sent_as_it_is() {
    String longBody = "b".repeat(1_024);

    write(part("head"));
    ByteBuf body = part(longBody);
    write(body);
    channel.flush();

    assertThat(channel.<ByteBuf>readOutbound().toString(StandardCharsets.UTF_8)).isEqualTo("head");
    assertThat(channel.<ByteBuf>readOutbound()).isSameAs(body);
  }

  @Test
  void parts_stay_in_the_order_in_which_they_were_written() {
    write(part("1"));
    var second = channel.write(part("2"), channel.newPromise()); // somebody waits for this one
    write(part("3"));
    write(part("x".repeat(2_000)));
    write(part("4"));
    write(part("5"));
    channel.flush();

    assertThat(sent()).containsExactly("1", "2", "3", "x".repeat(2_000), "45");
    assertThat(second.isSuccess()).isTrue();
  }

  @Test
  void a_message_that_is_no_bytes_passes_behind_earlier_ones() {
    write(part("head"));
    var file = channel.writeAndFlush("a file");

    assertThat(sent()).containsExactly("head", "a file");
    assertThat(file.isSuccess()).isTrue();
  }

  @Test
  void a_connection_that_ends_before_the_flush_releases_the_held_parts() {
    ByteBuf head = part("head");
    write(head);

    channel.close().syncUninterruptibly();

    assertThat(sent()).isEmpty();
    assertThat(head.refCnt()).isZero();
  }

  private void write(ByteBuf part) {
    var unused = channel.write(part, channel.voidPromise());
  }

  private static ByteBuf part(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }

  private List<String> sent() {
    List<String> sent = new ArrayList<>();
    for (Object each = channel.readOutbound(); each != null; each = channel.readOutbound()) {
      sent.add(
          each instanceof ByteBuf bytes ? bytes.toString(StandardCharsets.UTF_8) : (String) each);
    }
    return sent;
  }
}
