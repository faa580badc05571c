package dev.seedance.mock.webhook;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificates https receivers may have: those of public authorities, and named ones. */
public final class WebhookTrust {

  private WebhookTrust() {}

  /**
   * The certificates of a PEM file.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static List<X509Certificate> read(Path pem) {
    List<X509Certificate> certificates;
    try (InputStream in = Files.newInputStream(pem)) {
      certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
    } catch (IOException e) {
      throw unusable(pem, "can't be read");
    } catch (CertificateException e) {
      throw unusable(pem, "is no such file");
    }
    if (certificates.isEmpty()) {
      throw unusable(pem, "holds no certificate");
    }
    return certificates;
  }

  /** What checks the certificate of a receiver, and that it is for the host of the URL. */
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

  private static IllegalArgumentException unusable(Path pem, String why) {
    return new IllegalArgumentException(
        "webhook-ca '%s' %s; expected a PEM file with '-----BEGIN CERTIFICATE-----'"
            .formatted(pem, why));
  }
}
