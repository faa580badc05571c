package dev.seedance.mock.http.netty;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;

/** The open connections of a server. Thread-safe. */
@Singleton
public final class Connections {

  /** Goes through the handlers of every connection when the server stops. */
  public enum Event {
    STOPPING
  }

  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  Connections() {}

  /** Adds a connection; it leaves when it closes. */
  void add(Channel channel) {
    open.add(channel);
  }

  /** Tells every connection that the server stops. */
  public void stop() {
    open.forEach(channel -> channel.pipeline().fireUserEventTriggered(Event.STOPPING));
  }
}
