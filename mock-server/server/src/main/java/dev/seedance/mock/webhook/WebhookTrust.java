package dev.seedance.mock.webhook;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates that https receivers may have: those of public authorities, and named ones. */
final class WebhookTrust {

  private WebhookTrust() {}

  /** Returns a context that checks the certificate of a receiver and the host of its URL. */
  static SslContext context(Collection<X509Certificate> named) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (X509Certificate certificate : Stream.concat(publicOnes(), named.stream()).toList()) {
        trusted.setCertificateEntry(String.valueOf(trusted.size()), certificate);
      }
      return SslContextBuilder.forClient()
          .trustManager(factory(trusted))
          .endpointIdentificationAlgorithm("HTTPS")
          .build();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java platform can't do TLS: " + e.getMessage(), e);
    }
  }

  private static Stream<X509Certificate> publicOnes() throws GeneralSecurityException {
    return Arrays.stream(factory(null).getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
  }

  private static TrustManagerFactory factory(@Nullable KeyStore trusted)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory;
  }
}
