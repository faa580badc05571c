package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.OriginPolicy;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Adds our handlers to every connection. Each is listed once, in the order in which bytes from the
 * socket meet them.
 */
@Singleton
final class ConnectionPipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final int max;
  private final BodyLimits limits;
  private final BytesInFlight inFlight;
  private final DnsRebindingGuard guard;
  private final boolean behindProxy;
  private final OriginPolicy origins;
  private final Connections connections;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong unnamed = new AtomicLong();

  ConnectionPipeline(OptionValues options, OriginPolicy origins, Connections connections) {
    this.connections = connections;
    this.origins = origins;
    this.max = options.get(MockOptions.MAX_CONNECTIONS);
    this.limits = BodyLimits.of(options);
    this.inFlight = new BytesInFlight(options.get(MockOptions.MAX_BYTES_IN_FLIGHT));
    this.guard = DnsRebindingGuard.of(options);
    this.behindProxy = options.get(MockOptions.TRUST_FORWARDED);
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(null));
    return event.getBean();
  }

  /** Lists the handlers between the socket and the codec: they see bytes. */
  private static List<ChannelHandler> beforeCodec() {
    return List.of(new EndOfTurn());
  }

  /** Lists the handlers between the codec and the routes: they see HTTP messages. */
  private List<ChannelHandler> afterCodec(Channel channel) {
    List<ChannelHandler> handlers = new ArrayList<>();
    handlers.add(new HeadHandler());
    handlers.add(new OriginHandler(origins));
    handlers.add(new RequestIdHandler(unnamed));
    if (!behindProxy && HostHeaderHandler.concerns(channel)) {
      handlers.add(new HostHeaderHandler(guard));
    }
    handlers.add(
        admit(channel) ? new BodyLimitHandler(limits, inFlight) : new ConnectionLimitHandler(max));
    return handlers;
  }

  /** Counts a connection and tells if there is room for it. */
  private boolean admit(Channel channel) {
    connections.add(channel);
    channel.closeFuture().addListener(closed -> open.decrementAndGet());
    return open.incrementAndGet() <= max;
  }

  /** Customizes one connection; Micronaut creates it from a template without a connection. */
  private final class Customizer implements NettyServerCustomizer {

    private final @Nullable Channel connection;

    Customizer(@Nullable Channel connection) {
      this.connection = connection;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Customizer(channel) : this;
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (connection == null) {
        return;
      }
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      ChannelPipeline pipeline = connection.pipeline();
      beforeCodec().forEach(handler -> pipeline.addBefore(codec, null, handler));
      String last = codec;
      for (ChannelHandler handler : afterCodec(connection)) {
        pipeline.addAfter(last, handler.getClass().getName(), handler);
        last = handler.getClass().getName();
      }
    }
  }
}
