package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.OriginPolicy;
import dev.seedance.mock.http.RequestCounts;
import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
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
public final class ConnectionPipeline
    implements BeanCreatedEventListener<NettyServerCustomizer.Registry>, Measured {

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
      RequestCounts counts,
      @Nullable ConnectionGate gate) {
    this.gate = gate;
    this.connections = connections;
    this.tooMany = request -> EarlyRefusals.tooManyConnections(connections.max());
    this.guard = DnsRebindingGuard.of(options);
    this.behindProxy = options.get(MockOptions.TRUST_FORWARDED);
    RequestIds ids = gate == null ? RequestIds.repeated() : RequestIds.unique();
    this.heads = new ResponseHeads(List.of(ids, new OriginHeaders(origins)), counts);
    this.limits = BodyLimits.of(options);
    this.inFlight = new BytesInFlight(options.get(MockOptions.MAX_BYTES_IN_FLIGHT));
    this.timeLimits =
        new TimeLimitHandler.Limits(
            options.get(MockOptions.STALL_TIMEOUT), options.get(MockOptions.IDLE_TIMEOUT));
  }

  @Override
  public List<Measure> measures() {
    return Measure.bytes(MockOptions.MAX_BYTES_IN_FLIGHT.name(), inFlight::held, inFlight.max());
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(null));
    return event.getBean();
  }

  /** Adds our handlers to every connection of a server that speaks TLS. */
  public void addToTls(NettyServerCustomizer.Registry server) {
    server.register(new TlsPipeline(this));
  }

  Connections connections() {
    return connections;
  }

  TimeLimitHandler.Limits timeLimits() {
    return timeLimits;
  }

  /**
   * Adds the handlers around a codec of HTTP messages. Those between the socket, or the stream, and
   * the codec see bytes; the first of them closes a connection that others would leave open for a
   * client that does not read.
   *
   * @param codec the name of the codec
   * @param nearCodec handlers on the side of the bytes, in the order in which bytes meet them
   * @param waiting tells if the connection has a request
   * @param fits false if there is one connection too many
   */
  void addAround(
      String codec,
      Channel channel,
      List<ChannelHandler> nearCodec,
      Connections.Waiting waiting,
      boolean fits) {
    ChannelPipeline pipeline = channel.pipeline();
    ExchangeHandler exchanges = exchanges(channel, waiting, fits);
    pipeline.addBefore(codec, null, new TimeLimitHandler(timeLimits, exchanges));
    nearCodec.forEach(handler -> pipeline.addBefore(codec, null, handler));
    if (gate != null) {
      pipeline.addAfter(codec, null, gate.handler(exchanges));
    }
    pipeline.addAfter(codec, null, exchanges);
  }

  /** Creates the handler between the codec and the routes: it sees HTTP messages. */
  private ExchangeHandler exchanges(Channel channel, Connections.Waiting waiting, boolean fits) {
    List<RequestCheck> checks = new ArrayList<>();
    checks.add(malformed);
    if (!fits) {
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
      Connections.Waiting waiting = connections.waiting();
      boolean fits = connections.add(connection, waiting);
      addAround(
          ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
          connection,
          List.of(new EndOfTurn()),
          waiting,
          fits);
    }
  }
}
