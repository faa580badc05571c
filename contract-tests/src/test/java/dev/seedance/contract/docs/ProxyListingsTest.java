package dev.seedance.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import dev.seedance.mock.testkit.MockServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxies of the page lead to the mock, and its links lead back through them. */
class ProxyListingsTest {

  private static final byte[] GIF = "GIF89a and more".getBytes(UTF_8);

  @TempDir private Path folder;

  @Test
  void nginx_leads_to_the_mock_and_back() throws Exception {
    Nginx.require();
    check("nginx", Nginx.command(folder, "proxy.conf"), Nginx.frame("notice"), "event method");
  }

  @Test
  void caddy_leads_to_the_mock_and_back() throws Exception {
    Programs.require(Programs.runs("caddy", "version"), "caddy");
    check(
        "caddyfile",
        List.of("caddy", "run", "--config", "proxy.conf", "--adapter", "caddyfile"),
        """
        {
          admin off
          auto_https off
        }
        %s
        """,
        "serving initial configuration");
  }

  /**
   * Runs a proxy in both ways of telling the mock its address.
   *
   * @param frame the file around the listing, which stands at {@code %s}
   * @param ready a part of the line that the proxy prints once it listens
   */
  private void check(String language, List<String> command, String frame, String ready)
      throws Exception {
    makeCertificate();
    for (boolean named : new boolean[] {true, false}) {
      int port = Programs.freePort();
      String address = "https://localhost:" + port + "/seedance";
      String[] options =
          named ? new String[] {"--public-url", address} : new String[] {"--trust-forwarded"};
      try (var mock = MockServer.builder().clock("auto").options(options).start()) {
        Files.writeString(
            folder.resolve("proxy.conf"), frame.formatted(configuration(language, port, mock)));
        Process proxy =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = proxy.inputReader(UTF_8)) {
          awaitLine(output, ready);
          useThrough(address);
        } finally {
          proxy.destroyForcibly().waitFor();
        }
      }
    }
  }

  private void useThrough(String address) throws Exception {
    HttpClient http = HttpClient.newBuilder().sslContext(trusting()).build();
    var client =
        SeedanceClient.builder().baseUrl(address).apiKey("behind-a-proxy").httpClient(http).build();

    Path file = Files.write(folder.resolve("a b.gif"), GIF);
    String upload = client.uploads().file(file).getUrl();
    assertThat(upload).startsWith(address + "/uploads/");
    assertThat(get(http, upload)).isEqualTo(GIF);

    var task =
        client.generate(
            new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("a lighthouse"));
    String video = task.getResult().getData().get(0).getUrl();
    assertThat(video).startsWith(address + "/files/");
    assertThat(new String(get(http, video), 4, 4, UTF_8)).isEqualTo("ftyp");

    assertThat(new String(get(http, address + "/"), UTF_8)).contains("dashboard/app.js");
    assertThat(get(http, address + "/dashboard/app.js")).isNotEmpty();
    assertThat(new String(get(http, address + "/openapi.yaml"), UTF_8))
        .contains("- url: /seedance\n");
    assertThat(statusOfAPage(http, address)).isEqualTo(200);
    assertThat(firstEvent(http, address)).isNotEmpty();
  }

  /** Calls as the dashboard does: with the origin of the page. */
  private static int statusOfAPage(HttpClient http, String address)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/_mock/reset"))
            .header("Authorization", "Bearer another-key")
            .header("Origin", address.replace("/seedance", ""))
            .POST(BodyPublishers.noBody());
    return http.send(request.build(), BodyHandlers.discarding()).statusCode() / 100 * 100;
  }

  /** Reads the first bytes of the stream of events, which the proxy must not hold back. */
  private static byte[] firstEvent(HttpClient http, String address)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/_mock/events"))
            .header("Authorization", "Bearer another-key");
    try (InputStream events = http.send(request.build(), BodyHandlers.ofInputStream()).body()) {
      return events.readNBytes(1);
    }
  }

  private static byte[] get(HttpClient http, String url) throws IOException, InterruptedException {
    var response =
        http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).as(url).isEqualTo(200);
    return response.body();
  }

  private String configuration(String language, int port, MockServer mock) {
    String listing =
        Page.of("docs/mock-server.md").listings().stream()
            .filter(found -> found.language().equals(language))
            .findFirst()
            .orElseThrow()
            .text();
    return listing
        .replace("127.0.0.1:8080", mock.baseUrl().getAuthority())
        .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
        .replace(
            "mock.example.com {",
            "https://localhost:" + port + " {\n  bind 127.0.0.1\n  tls mock.pem mock.key");
  }

  private void makeCertificate() throws IOException, InterruptedException {
    Programs.require(Programs.runs("openssl", "version"), "openssl");
    Process made =
        new ProcessBuilder(
                ("openssl req -x509 -newkey rsa:2048 -nodes -keyout mock.key -out mock.pem -days 2"
                        + " -subj /CN=localhost -addext subjectAltName=DNS:localhost")
                    .split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor()).isZero();
  }

  private SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(folder.resolve("mock.pem"))) {
      store.setCertificateEntry(
          "proxy", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static void awaitLine(BufferedReader output, String part) throws IOException {
    var seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.append(line).append('\n');
      if (line.contains(part)) {
        return;
      }
    }
    throw new AssertionError("the proxy ended:\n" + seen);
  }
}
