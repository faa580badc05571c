package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndOfTurnTest {

  private final EmbeddedChannel channel = new EmbeddedChannel(new EndOfTurn());
  private final List<Object> sentWithin = new ArrayList<>();

  @Test
  void what_is_flushed_leaves_at_the_end_of_the_turn() {
    turn(
        () -> {
          write("1");
          flush("2");
        });

    assertThat(sentWithin).isEmpty();
    assertThat(sent()).containsExactly("1", "2");
  }

  @Test
  void each_turn_has_its_own_end() {
    turn(() -> flush("1"));
    assertThat(sent()).containsExactly("1");

    turn(() -> flush("2"));
    assertThat(sent()).containsExactly("2");
  }

  @Test
  void what_was_flushed_leaves_before_the_connection_ends() {
    turn(
        () -> {
          flush("last");
          var end = channel.pipeline().close();
          assertThat(end.isSuccess()).isTrue();
        });

    assertThat(sentWithin).containsExactly("last");
  }

  @Test
  void what_nobody_flushed_does_not() {
    turn(
        () -> {
          write("never");
          var end = channel.pipeline().close();
          assertThat(end.isSuccess()).isTrue();
        });

    assertThat(sentWithin).isEmpty();
    assertThat(sent()).isEmpty();
  }

  /** Does something as one turn of the event loop, and looks at what it has sent by then. */
  private void turn(Runnable work) {
    channel
        .eventLoop()
        .execute(
            () -> {
              work.run();
              sentWithin.addAll(sent());
            });
    channel.runPendingTasks();
  }

  private void flush(String message) {
    write(message);
    channel.pipeline().flush();
  }

  private void write(String message) {
    var unused = channel.pipeline().write(message, channel.newPromise());
  }

  private List<Object> sent() {
    List<Object> sent = new ArrayList<>();
    for (Object each = channel.readOutbound(); each != null; each = channel.readOutbound()) {
      sent.add(each);
    }
    return sent;
  }
}
