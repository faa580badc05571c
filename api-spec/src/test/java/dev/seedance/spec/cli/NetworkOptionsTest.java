package dev.seedance.spec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Real calls through a real proxy and to a server with a certificate of its own. */
class NetworkOptionsTest {

  private static final String HOST = "api.example.test"; // no network knows it: only a proxy does

  @TempDir private Path folder;

  @Test
  void plain_calls_go_through_the_proxy_with_its_password() throws Exception {
    try (var proxy = new SmallProxy(0)) {
      var environment = Map.of("http_proxy", "http://us%20er:p%40ss@127.0.0.1:" + proxy.port());
      assertThat(get("http://" + HOST + "/a", environment)).isEqualTo(SmallProxy.RESPONSE);
      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("GET http://api.example.test/a HTTP/1.1")
          .contains("Proxy-Authorization: Basic dXMgZXI6cEBzcw=="); // us er:p@ss
    }
  }

  @Test
  void calls_over_tls_go_through_a_tunnel_and_the_server_never_sees_the_password()
      throws Exception {
    try (var server = new TlsServer(folder, HOST);
        var proxy = new SmallProxy(server.port())) {
      var environment = Map.of("HTTPS_PROXY", "user:secret@localhost:" + proxy.port());
      assertThat(get("https://" + HOST + "/", environment, "--ca", server.certificate().toString()))
          .isEqualTo(TlsServer.RESPONSE);
      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("CONNECT api.example.test:443 HTTP/1.1")
          .contains("Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=");
      assertThat(server.proxyHeaders()).isEmpty();
    }
  }

  @Test
  void this_machine_is_never_called_through_a_proxy() throws Exception {
    HttpServer mock = plainServer();
    try (var proxy = new SmallProxy(0)) {
      String url = "http://user:secret@127.0.0.1:" + proxy.port();
      var environment = Map.of("http_proxy", url, "all_proxy", url);
      for (String host : new String[] {"127.0.0.1", "localhost"}) {
        assertThat(get("http://" + host + ":" + mock.getAddress().getPort() + "/", environment))
            .isEqualTo("null");
      }
      assertThat(proxy.heads()).isEmpty();
    } finally {
      mock.stop(0);
    }
  }

  @Test
  void a_bad_proxy_is_named_without_its_password() {
    for (String url :
        new String[] {
          "http://user:secret@host:99999",
          "http://user:secret@",
          "socks5://user:secret@host",
          "user:secret@ho st",
          "http://user:se@secret@host:x"
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EnvironmentProxies.of(Map.of("ALL_PROXY", url)))
          .withMessageStartingWith("ALL_PROXY is '")
          .withMessageContaining("expected http://")
          .withMessageNotContaining("secret");
    }
  }

  @Test
  void a_file_without_certificates_is_refused() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
    for (Path file : new Path[] {empty, text}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client(Map.of(), "--ca", file.toString()))
          .withMessageContaining("is not a PEM file");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client(Map.of(), "--ca", folder.resolve("none.pem").toString()))
        .withMessageContaining("is it there?");
  }

  @ParameterizedTest
  @CsvSource({"-20d, 7", "+4d, 7"})
  void a_certificate_out_of_its_time_is_refused(String start, String days) throws Exception {
    String store = folder.resolve("old.p12").toString();
    keytool(
        store,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=old.test",
        "-startdate",
        start,
        "-validity",
        days);
    String pem = folder.resolve("old.pem").toString();
    keytool(store, "-exportcert", "-rfc", "-file", pem);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client(Map.of(), "--ca", pem))
        .withMessageStartingWith("--ca " + pem + " holds the certificate of 'CN=old.test'")
        .withMessageContaining("renew it");
  }

  private static void keytool(String store, String command, String... options) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of(command, "-alias", "a", "-keystore", store, "-storepass", "changeit"));
    words.addAll(List.of(options));
    assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void each_fault_of_a_connection_has_its_name() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    try (var server = new TlsServer(folder, "localhost");
        var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var refusing = new Thread(() -> refuse(plain));
      refusing.setDaemon(true);
      refusing.start();
      String trusted = server.certificate().toString();
      assertThat(fault("https://localhost:" + server.port()))
          .contains("certificate is not trusted");
      assertThat(fault("https://127.0.0.1:" + server.port(), "--ca", trusted))
          .contains("certificate is for another host");
      assertThat(fault("https://localhost:" + plain.getLocalPort())).contains("does not speak TLS");
      assertThat(fault("http://localhost:" + server.port())).contains("no response of HTTP");
      assertThat(fault("http://localhost:" + closed)).contains("nothing listens there");
      assertThat(fault("http://no-such-host.invalid")).contains("has no address");
      assertThat(fault("http://127.0.0.1:" + silent.getLocalPort()))
          .contains("no response in time");
    }
  }

  /** Responds as web servers do to a call of HTTPS on their plain port. */
  private static void refuse(ServerSocket server) {
    try (var caller = server.accept()) {
      caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      caller.getInputStream().readAllBytes();
    } catch (IOException e) {
      // closed
    }
  }

  private static String fault(String url, String... arguments) throws Exception {
    try {
      return "no fault: " + get(url, Map.of(), arguments);
    } catch (IOException e) {
      return ConnectionFault.of(e).map(ConnectionFault::words).orElse("unknown: " + e);
    }
  }

  /** A server that responds with the header for proxies that it was shown. */
  private static HttpServer plainServer() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] shown =
              String.valueOf(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, shown.length);
          try (var body = exchange.getResponseBody()) {
            body.write(shown);
          }
        });
    server.start();
    return server;
  }

  private static String get(String url, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    HttpClient client = client(environment, arguments); // before all else, as a command does
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private static HttpClient client(Map<String, String> environment, String... arguments) {
    var program = new Program();
    new CommandLine(program).parseArgs(arguments);
    return program.connections.client(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1), environment);
  }

  @Command
  private static final class Program {
    @Mixin private NetworkOptions connections = new NetworkOptions();
  }
}
