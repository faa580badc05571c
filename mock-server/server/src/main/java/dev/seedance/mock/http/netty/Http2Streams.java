package dev.seedance.mock.http.netty;

import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The open streams of one HTTP/2 connection. Its event loop alone touches them. */
final class Http2Streams {

  private final Connections.Waiting waiting;
  private final Set<Channel> open = new LinkedHashSet<>();

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
    }
  }

  boolean areNone() {
    return open.isEmpty();
  }

  /** Tells every stream what happens to the connection. */
  void tell(Connections.Event event) {
    List.copyOf(open).forEach(stream -> stream.pipeline().fireUserEventTriggered(event));
  }
}
