package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.CallerScheme;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import java.util.List;

/**
 * Adds our handlers to every connection that speaks TLS: first the one of the handshake; then, for
 * HTTP/1.1, those of a plain connection, and for HTTP/2 one for the connection, and those of a
 * plain connection for each of its streams. So both are held to the same limits and checks.
 */
final class TlsPipeline implements NettyServerCustomizer {

  private final ConnectionPipeline handlers;

  TlsPipeline(ConnectionPipeline handlers) {
    this.handlers = handlers;
  }

  @Override
  public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
    return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
  }

  /** Customizes one connection, which counts from its first byte on. */
  private final class Connection implements NettyServerCustomizer {

    private final Channel channel;
    private final Connections.Waiting waiting;
    private final boolean fits;
    private final HandshakeHandler handshake = new HandshakeHandler();
    private final Http2Streams streams;

    Connection(Channel channel) {
      this.channel = channel;
      Connections connections = handlers.connections();
      this.waiting = connections.waiting();
      this.fits = connections.add(channel, waiting);
      this.streams = new Http2Streams(waiting);
      CallerScheme.set(channel, CallerScheme.HTTPS);
      channel.pipeline().addLast(handshake);
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel stream, ChannelRole role) {
      return role == ChannelRole.REQUEST_STREAM ? new Stream(stream) : this;
    }

    /** The handshake has ended, and client and server have agreed on a protocol. */
    @Override
    public void onInitialPipelineBuilt() {
      ChannelPipeline pipeline = channel.pipeline();
      pipeline.remove(handshake);
      if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP2_CONNECTION) != null) {
        String codec = ChannelPipelineCustomizer.HANDLER_HTTP2_CONNECTION;
        pipeline.addBefore(codec, null, new Http2Connection(handlers.timeLimits(), streams));
        pipeline.addBefore(codec, null, new EndOfTurn());
      }
    }

    /** The connection speaks HTTP/1.1. */
    @Override
    public void onStreamPipelineBuilt() {
      handlers.addAround(
          ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
          channel,
          List.of(new EndOfTurn()),
          waiting,
          fits);
    }

    /** Customizes one stream of HTTP/2. */
    private final class Stream implements NettyServerCustomizer {

      private final Channel stream;

      Stream(Channel stream) {
        this.stream = stream;
      }

      @Override
      public void onStreamPipelineBuilt() {
        String codec = ChannelPipelineCustomizer.HANDLER_HTTP_DECODER;
        CallerScheme.set(stream, CallerScheme.HTTPS);
        handlers.addAround(codec, stream, List.of(), Connections.waitingOfStream(), fits);
        stream.pipeline().addAfter(codec, null, new Http2Exchange());
        streams.add(stream);
      }
    }
  }
}
