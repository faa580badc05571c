package dev.seedance.mock.server;

import dev.seedance.mock.http.netty.ConnectionPipeline;
import dev.seedance.mock.http.netty.HttpLimits;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.TlsOptions;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.tls.ServerCertificate;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.http.server.netty.NettyEmbeddedServerFactory;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import io.micronaut.http.ssl.CertificateProvider;
import io.micronaut.http.ssl.ServerSslConfiguration;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;

/**
 * A second server before the same routes, for HTTPS with HTTP/1.1 and HTTP/2. The one for plain
 * HTTP knows nothing of it.
 */
final class TlsServer {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private TlsServer() {}

  /**
   * Creates the server; it does not listen yet.
   *
   * @throws dev.seedance.mock.tls.TlsException if there is no certificate that it can use
   */
  static NettyEmbeddedServer create(OptionValues options, ApplicationContext context) {
    var realTime = context.getBean(RealTime.class);
    ServerCertificate certificate = ServerCertificate.of(options, realTime);
    context.registerSingleton(ServerCertificate.class, certificate);
    context.registerSingleton(
        CertificateProvider.class, certificate, Qualifiers.byName(ServerCertificate.NAME));
    var factory = context.getBean(NettyEmbeddedServerFactory.class);
    NettyEmbeddedServer server = factory.build(settings(options, context), tls(options));
    context.getBean(ConnectionPipeline.class).addToTls(server);
    certificate.follow();
    return server;
  }

  /** Returns the settings of the plain server but for port and protocols. */
  private static NettyHttpServerConfiguration settings(
      OptionValues options, ApplicationContext context) {
    var settings = context.createBean(NettyHttpServerConfiguration.class);
    var listener = new NettyListenerConfiguration(ServerCertificate.NAME);
    int port = options.get(TlsOptions.TLS_PORT);
    listener.setHost(options.get(MockOptions.HOST));
    listener.setPort(port == 0 ? -1 : port);
    listener.setSsl(true);
    listener.setKeyName(ServerCertificate.NAME);
    settings.setListeners(List.of(listener));
    settings.setHttpVersion(HttpVersion.HTTP_2_0);
    settings.setLegacyMultiplexHandlers(true); // the only ones that give each stream a pipeline
    var http2 = settings.getHttp2();
    http2.setMaxConcurrentStreams(HttpLimits.MAX_STREAMS);
    http2.setMaxHeaderListSize((long) HttpLimits.MAX_HEADERS);
    return settings;
  }

  private static ServerSslConfiguration tls(OptionValues options) {
    var tls = new ServerSslConfiguration();
    tls.setEnabled(true);
    tls.setPreferOpenssl(false);
    tls.setProtocols(PROTOCOLS);
    tls.setHandshakeTimeout(options.get(MockOptions.STALL_TIMEOUT));
    return tls;
  }
}
