package dev.seedance.mock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client that calls by HTTPS, and trusts one authority and no other. */
public final class TlsClient {

  private final HttpClient http;
  private final String key;

  /** Creates a client that trusts the authority of a PEM text. */
  public static TlsClient trusting(String pem, HttpClient.Version version, String key) {
    return new TlsClient(
        HttpClient.newBuilder().version(version).sslContext(context(pem)).build(), key);
  }

  /** Creates a client that trusts what the JDK trusts. */
  public static TlsClient unaware(HttpClient.Version version) {
    return new TlsClient(HttpClient.newBuilder().version(version).build(), "key");
  }

  private TlsClient(HttpClient http, String key) {
    this.http = http;
    this.key = key;
  }

  /** Returns what trusts the authority of a PEM text. */
  public static SSLContext context(String pem) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(
          "ca",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the client itself. */
  public HttpClient http() {
    return http;
  }

  /** Begins a request with the key. */
  public HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json");
  }

  /** Gets a URL. */
  public Response get(String url) throws IOException {
    return send(request(url).GET());
  }

  /** Posts a body. */
  public Response post(String url, String body) throws IOException {
    return send(request(url).POST(BodyPublishers.ofString(body)));
  }

  /** Sends a request. */
  public Response send(HttpRequest.Builder request) throws IOException {
    try {
      return new Response(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
