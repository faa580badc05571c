package dev.seedance.mock.http.netty;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches every connection: at most {@link MockOptions#MAX_CONNECTIONS} are open at once, their
 * bodies are bounded each and together, none is meant for another machine, every answer has an
 * {@code X-Request-Id}, a short one is sent in one piece, and those of one turn of an event loop
 * together.
 */
@Singleton
final class ConnectionPipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final int max;
  private final BodyLimits limits;
  private final BytesInFlight inFlight;
  private final DnsRebindingGuard names;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong answers = new AtomicLong();

  ConnectionPipeline(OptionValues options) {
    this.max = options.get(MockOptions.MAX_CONNECTIONS);
    this.limits = BodyLimits.of(options);
    this.inFlight = new BytesInFlight(options.get(MockOptions.MAX_BYTES_IN_FLIGHT));
    this.names = HostHeaderHandler.names(options);
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new ForEach());
    return event.getBean();
  }

  /** Counts a connection; whether there is room for it. */
  private boolean admit(Channel channel) {
    channel.closeFuture().addListener(closed -> open.decrementAndGet());
    return open.incrementAndGet() <= max;
  }

  /** The template of which the server makes one a connection. */
  private final class ForEach implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new ForOne(channel) : this;
    }
  }

  private final class ForOne implements NettyServerCustomizer {

    private final Channel channel;

    ForOne(Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel stream, ChannelRole role) {
      return this;
    }

    @Override
    public void onStreamPipelineBuilt() {
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      ChannelHandler guard =
          admit(channel) ? new BodyLimitHandler(limits, inFlight) : new ConnectionLimitHandler(max);
      channel.pipeline().addBefore(codec, "end-of-turn", new EndOfTurn());
      channel.pipeline().addBefore(codec, "one-piece", new OnePiece());
      channel.pipeline().addAfter(codec, "guard", guard);
      if (HostHeaderHandler.concerns(channel)) {
        channel.pipeline().addAfter(codec, "host", new HostHeaderHandler(names));
      }
      channel.pipeline().addAfter(codec, "request-id", new RequestIdHandler(answers));
    }
  }
}
