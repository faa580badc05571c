package dev.seedance.spec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server of HTTPS with a certificate of its own, which nobody trusts unasked. */
final class TlsServer implements AutoCloseable {

  static final String RESPONSE = "from the server";

  private static final String PASSWORD = "changeit";

  private final HttpsServer server;
  private final Path certificate;
  private final List<String> proxyHeaders = new CopyOnWriteArrayList<>();

  TlsServer(Path folder, String... names) throws Exception {
    Path store = folder.resolve("keys-" + String.join("-", names) + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=dns:" + String.join(",dns:", names),
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new AssertionError("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    certificate = folder.resolve("ca.pem");
    Files.writeString(
        certificate,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          List<String> shown = exchange.getRequestHeaders().get("Proxy-Authorization");
          proxyHeaders.addAll(shown == null ? List.of() : shown);
          exchange.sendResponseHeaders(200, RESPONSE.length());
          try (var body = exchange.getResponseBody()) {
            body.write(RESPONSE.getBytes(UTF_8));
          }
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Returns the file with the certificate, in PEM. */
  Path certificate() {
    return certificate;
  }

  /** Returns the passwords of proxies that the server was shown, which should be none. */
  List<String> proxyHeaders() {
    return proxyHeaders;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
