package dev.seedance.spec.cli;

import dev.seedance.spec.http.Certificates;
import dev.seedance.spec.http.RemoteFiles;
import dev.seedance.spec.http.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The way of a command line to its server: through the proxies that the environment names, and with
 * the certificates that it trusts.
 */
public final class NetworkOptions {

  /** For the footer of a command's help. */
  public static final String HELP =
      "Proxies: https_proxy, HTTPS_PROXY, http_proxy, all_proxy, ALL_PROXY, no_proxy and NO_PROXY are"
          + " heeded as by curl; this machine is never called through one.";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FILE_TIMEOUT = Duration.ofSeconds(60);

  static {
    // The JDK else keeps the password from a proxy that is asked for a tunnel. It reads this once,
    // when its first client is built.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    Requests.allowHostHeader();
  }

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description =
          "Certificates to trust beside those of the JVM, in PEM: of a server or a proxy with a"
              + " certificate authority of its own.")
  private @Nullable Path ca;

  /** Returns the file of certificates; null if none was given. */
  public @Nullable Path ca() {
    return ca;
  }

  /**
   * Builds a client.
   *
   * @param builder with all other settings
   * @throws IllegalArgumentException if a variable or the file can't be used
   */
  public HttpClient client(HttpClient.Builder builder, Map<String, String> environment) {
    EnvironmentProxies proxies = EnvironmentProxies.of(environment);
    if (ca != null) {
      builder.sslContext(trusting(ca));
    }
    return new AuthorizedClient(builder.proxy(proxies).build(), proxies);
  }

  /**
   * Returns the way to files of other servers.
   *
   * @throws IllegalArgumentException if a variable or the file can't be used
   */
  public RemoteFiles remoteFiles(Map<String, String> environment) {
    var settings = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT);
    return new RemoteFiles(client(settings, environment), FILE_TIMEOUT);
  }

  private static SSLContext trusting(Path file) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var all = new ArrayList<Certificate>(read(file));
      all.addAll(trustedByDefault());
      for (Certificate certificate : all) {
        store.setCertificateEntry(String.valueOf(store.size()), certificate);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("can't trust the certificates of " + file, e);
    }
  }

  private static Collection<? extends Certificate> read(Path file) {
    Collection<? extends Certificate> certificates;
    try (InputStream in = Files.newInputStream(file)) {
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
    } catch (IOException e) {
      throw new IllegalArgumentException("--ca " + file + " can't be read; is it there?", e);
    } catch (CertificateException e) {
      throw notPem(file, e);
    }
    if (certificates.isEmpty()) {
      throw notPem(file, null);
    }
    Certificates.outOfTime(certificates)
        .ifPresent(
            words -> {
              throw new IllegalArgumentException("--ca " + file + " holds " + words);
            });
    return certificates;
  }

  private static IllegalArgumentException notPem(Path file, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "--ca " + file + " is not a PEM file of certificates (-----BEGIN CERTIFICATE-----)", cause);
  }

  private static List<Certificate> trustedByDefault() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    var certificates = new ArrayList<Certificate>();
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager trusted) {
        certificates.addAll(List.of(trusted.getAcceptedIssuers()));
      }
    }
    return certificates;
  }
}
