package dev.seedance.mock.http.netty;

import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The open streams of one HTTP/2 connection. Its event loop alone touches them. */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a connection
final class Http2Streams {

  private final Connections.Waiting waiting;
  private final Set<Channel> open = new LinkedHashSet<>();
  private boolean stopping;

  /**
   * Creates the streams of a connection.
   *
   * @param waiting lasts while none is open
   */
  Http2Streams(Connections.Waiting waiting) {
    this.waiting = waiting;
  }

  void add(Channel stream) {
    open.add(stream);
    waiting.end();
    stream.closeFuture().addListener(closed -> remove(stream));
  }

  private void remove(Channel stream) {
    open.remove(stream);
    if (open.isEmpty()) {
      waiting.begin();
      closeIfStopping(stream.parent());
    }
  }

  /**
   * Has every stream end, and then the connection: many clients give up their open streams when
   * they hear that a connection ends.
   */
  void stop(Channel connection) {
    stopping = true;
    List.copyOf(open)
        .forEach(stream -> stream.pipeline().fireUserEventTriggered(Connections.Event.STOPPING));
    closeIfStopping(connection);
  }

  private void closeIfStopping(Channel connection) {
    if (stopping && open.isEmpty()) {
      connection.close();
    }
  }

  boolean areNone() {
    return open.isEmpty();
  }
}
