package dev.seedance.mock.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TlsClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JDK's client calls by HTTPS, with HTTP/1.1 and with HTTP/2. */
class TlsHttpTest {

  @RegisterExtension
  static final TestServer server = TestServer.with("--tls=self-signed", "--clock=auto");

  private static final String SUBMIT = "{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\"}";

  private static final String GIF =
      "--b\r\nContent-Disposition: form-data; name=file\r\n\r\nGIF89a\r\n--b--\r\n";

  private static TlsClient client(HttpClient.Version version) {
    return TlsClient.trusting(authorityOf(server), version, server.key());
  }

  private static String authorityOf(TestServer server) {
    Response response = server.get("/_mock/ca.pem");
    assertThat(response.header("content-type")).isEqualTo("application/x-pem-file");
    return response.text();
  }

  @ParameterizedTest
  @EnumSource
  void a_client_with_the_authority_makes_a_video(HttpClient.Version version) throws IOException {
    TlsClient client = client(version);
    Response task = client.post(server.tlsUrl() + Calls.GENERATIONS, SUBMIT);
    assertThat(task.response().version()).isEqualTo(version);
    String url = "";
    while (url.isEmpty()) { // each poll advances the clock
      String poll = server.tlsUrl() + Calls.GENERATIONS + "/" + task.text("/id");
      url = client.get(poll).text("/result/data/0/url");
    }
    assertThat(url).startsWith(server.tlsUrl() + "/files/");
    Response video = client.get(url);
    assertThat(video.header("content-type")).isEqualTo("video/mp4");
    assertThat(video.header("content-length")).isEqualTo("" + video.body().length);
    assertThat(client.send(client.request(url).header("Range", "bytes=5-9")).body())
        .isEqualTo(Arrays.copyOfRange(video.body(), 5, 10));
  }

  @ParameterizedTest
  @EnumSource
  void a_client_without_the_authority_refuses_the_certificate(HttpClient.Version version) {
    assertThatThrownBy(() -> TlsClient.unaware(version).get(server.tlsUrl() + "/_mock/health"))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("unable to find valid certification path");
  }

  @ParameterizedTest
  @EnumSource
  void links_have_the_scheme_of_the_caller(HttpClient.Version version) throws IOException {
    assertThat(uploadUrl(client(version), server.tlsUrl().toString()))
        .startsWith(server.tlsUrl() + "/uploads/");
    assertThat(uploadUrl(client(version), server.baseUrl().toString()))
        .startsWith(server.baseUrl() + "/uploads/");
  }

  private static String uploadUrl(TlsClient client, String address) throws IOException {
    return client
        .send(
            client
                .request(address + "/v1/uploads/images")
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(GIF)))
        .text("/data/url");
  }

  @Test
  void the_certificate_holds_for_the_public_name_too() throws IOException {
    try (var named =
        TestServer.with("--tls=self-signed", "--public-url=https://mock.test:8443/x").start()) {
      var names = new ArrayList<String>();
      var engine = TlsClient.context(authorityOf(named)).getSocketFactory();
      try (var socket =
          (SSLSocket) engine.createSocket(named.tlsUrl().getHost(), named.tlsUrl().getPort())) {
        socket.startHandshake();
        var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        certificate.getSubjectAlternativeNames().forEach(name -> names.add("" + name.get(1)));
      } catch (CertificateParsingException e) {
        throw new IOException(e);
      }
      assertThat(names).containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "mock.test");
    }
  }

  @Test
  void a_data_folder_keeps_the_authority(@TempDir Path data) throws IOException {
    String first;
    try (var server = TestServer.with("--tls=self-signed", "--data=" + data).start()) {
      first = authorityOf(server);
    }
    Path key = data.resolve("tls").resolve("ca-key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    try (var server = TestServer.with("--tls=self-signed", "--data=" + data).start()) {
      assertThat(authorityOf(server)).isEqualTo(first);
      TlsClient client = TlsClient.trusting(first, HttpClient.Version.HTTP_2, "key");
      assertThat(client.get(server.tlsUrl() + "/_mock/health").status()).isEqualTo(200);
    }
  }

  @Test
  void a_server_without_tls_says_how_to_get_it() {
    try (var plain = TestServer.with().start()) {
      Response refused = plain.get("/_mock/ca.pem");
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.text("/error/message")).contains("--tls self-signed");
    }
  }
}
