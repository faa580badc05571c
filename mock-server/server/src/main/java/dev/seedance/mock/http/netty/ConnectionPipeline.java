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
import org.jspecify.annotations.Nullable;

/**
 * Adds our handlers to every connection. Each is listed once, in the order in which bytes from the
 * socket meet them.
 */
@Singleton
final class ConnectionPipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final Connections connections;
  private final RequestCheck malformed = new MalformedRequest();
  private final RequestCheck tooMany;
  private final DnsRebindingGuard guard;
  private final boolean behindProxy;
  private final ResponseHeads heads;
  private final BodyLimits limits;
  private final BytesInFlight inFlight;
  private final TimeLimitHandler.Limits timeLimits;
  private final @Nullable ConnectionGate gate;

  /**
   * Creates the list.
   *
   * @param gate null if every request may reach the routes at once
   */
  ConnectionPipeline(
      OptionValues options,
      OriginPolicy origins,
      Connections connections,
      @Nullable ConnectionGate gate) {
    this.gate = gate;
    this.connections = connections;
    this.tooMany = request -> EarlyRefusals.tooManyConnections(connections.max());
    this.guard = DnsRebindingGuard.of(options);
    this.behindProxy = options.get(MockOptions.TRUST_FORWARDED);
    RequestIds ids = gate == null ? RequestIds.repeated() : RequestIds.unique();
    this.heads = new ResponseHeads(List.of(ids, new OriginHeaders(origins)));
    this.limits = BodyLimits.of(options);
    this.inFlight = new BytesInFlight(options.get(MockOptions.MAX_BYTES_IN_FLIGHT));
    this.timeLimits =
        new TimeLimitHandler.Limits(
            options.get(MockOptions.STALL_TIMEOUT), options.get(MockOptions.IDLE_TIMEOUT));
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(null));
    return event.getBean();
  }

  /**
   * Lists the handlers between the socket and the codec: they see bytes. The first closes a
   * connection that the second would leave open for a client that does not read.
   */
  private List<ChannelHandler> beforeCodec(ExchangeHandler exchanges) {
    return List.of(new TimeLimitHandler(timeLimits, exchanges), new EndOfTurn());
  }

  /** Creates the handler between the codec and the routes: it sees HTTP messages. */
  private ExchangeHandler afterCodec(Channel channel) {
    Connections.Waiting waiting = connections.waiting();
    List<RequestCheck> checks = new ArrayList<>();
    checks.add(malformed);
    if (!connections.add(channel, waiting)) {
      checks.add(tooMany);
    }
    if (!behindProxy && HostCheck.concerns(channel)) {
      checks.add(new HostCheck(guard));
    }
    return new ExchangeHandler(RequestCheck.of(checks), heads, limits, inFlight, waiting);
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
      ExchangeHandler exchanges = afterCodec(connection);
      beforeCodec(exchanges).forEach(handler -> pipeline.addBefore(codec, null, handler));
      if (gate != null) {
        pipeline.addAfter(codec, null, gate.handler(exchanges));
      }
      pipeline.addAfter(codec, null, exchanges);
    }
  }
}
