package dev.seedance.mock.webhook;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates that https receivers may have: those of public authorities, and named ones. */
final class WebhookTrust {

  private WebhookTrust() {}

  /** Returns a context that checks the certificate of a receiver and the host of its URL. */
  static SslContext context(Collection<X509Certificate> named) {
    try {
      var trusted = new ArrayList<X509Certificate>(named);
      var platform = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      platform.init((KeyStore) null);
      for (TrustManager manager : platform.getTrustManagers()) {
        if (manager instanceof X509TrustManager authorities) {
          trusted.addAll(List.of(authorities.getAcceptedIssuers()));
        }
      }
      return SslContextBuilder.forClient()
          .trustManager(trusted)
          .endpointIdentificationAlgorithm("HTTPS")
          .build();
    } catch (GeneralSecurityException | SSLException e) {
      throw new IllegalStateException("this Java platform can't do TLS: " + e.getMessage(), e);
    }
  }
}
