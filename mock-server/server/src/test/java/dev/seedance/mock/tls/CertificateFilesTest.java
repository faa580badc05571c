package dev.seedance.mock.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.mock.TestServer;
import dev.seedance.mock.TlsClient;
import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.time.RealTime;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wildfly.security.x500.GeneralName;

/** Certificates in files of the user. */
class CertificateFilesTest {

  private static final CertificateAuthority AUTHORITY = CertificateAuthority.create(now());

  @TempDir private Path folder;

  @BeforeEach
  void write_files() throws IOException {
    write(issued("localhost"));
  }

  private static Instant now() {
    return RealTime.ofThisMachine().instant();
  }

  private static Identity issued(String name) {
    return AUTHORITY.issue(List.of(new GeneralName.DNSName(name)), now());
  }

  private void write(Identity identity) throws IOException {
    Files.writeString(folder.resolve("key.pem"), Pem.of(identity.key()));
    Files.writeString(folder.resolve("cert.pem"), chain(identity));
  }

  private static String chain(Identity identity) {
    return Pem.of(identity.chain().get(0)) + Pem.of(AUTHORITY.certificate());
  }

  private String[] options() {
    return new String[] {
      "--tls-cert=" + folder.resolve("cert.pem"), "--tls-key=" + folder.resolve("key.pem")
    };
  }

  private ServerCertificate open(String... options) {
    return ServerCertificate.of(MockCommand.read(options), new RealTime(RealTime.ofThisMachine()));
  }

  private static TlsClient client() {
    return TlsClient.trusting(Pem.of(AUTHORITY.certificate()), HttpClient.Version.HTTP_2, "key");
  }

  private static String health(TestServer server) {
    return "https://localhost:" + server.tlsUrl().getPort() + "/_mock/health";
  }

  @Test
  void a_server_uses_them_until_they_change() throws IOException {
    try (var server = TestServer.with(options()).start()) {
      TlsClient first = client();
      assertThat(first.get(health(server)).status()).isEqualTo(200);
      assertThat(server.get("/_mock/ca.pem").text("/error/message")).contains("--tls-cert");

      write(issued("other.test"));
      server.bean(ServerCertificate.class).check();
      assertThat(first.get(health(server)).status()).as("open connections stay").isEqualTo(200);
      assertThatThrownBy(() -> client().get(health(server)))
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageContaining("No subject alternative DNS name matching localhost found");
    }
  }

  @Test
  void a_broken_replacement_changes_nothing() throws IOException {
    try (var server = TestServer.with(options()).start()) {
      Files.writeString(folder.resolve("key.pem"), Pem.of(issued("localhost").key()));
      server.bean(ServerCertificate.class).check();
      assertThat(client().get(health(server)).status()).isEqualTo(200);

      Files.delete(folder.resolve("cert.pem"));
      server.bean(ServerCertificate.class).check();
      assertThat(client().get(health(server)).status()).isEqualTo(200);
    }
  }

  @Test
  void a_key_of_rsa_is_read_too() throws Exception {
    var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    assertThat(Pem.key("key.pem", Pem.of(pair.getPrivate()).getBytes(US_ASCII)))
        .isEqualTo(pair.getPrivate());
    assertThat(KeyPairs.match(pair.getPrivate(), pair.getPublic())).isTrue();
    assertThat(KeyPairs.match(pair.getPrivate(), issued("a").certificate().getPublicKey()))
        .isFalse();
  }

  @Test
  void an_expired_certificate_is_used_with_a_warning() throws IOException {
    write(
        AUTHORITY.issue(
            List.of(new GeneralName.DNSName("localhost")), now().minus(Duration.ofDays(500))));
    assertThat(open(options()).authority()).isNull();
  }

  static Stream<Arguments> faults() {
    String key = Pem.of(issued("localhost").key());
    return Stream.of(
        Arguments.of("key.pem", null, "--tls-key: there is no file '"),
        Arguments.of("cert.pem", null, "--tls-cert: there is no file '"),
        Arguments.of("cert.pem", "x", "is not a PEM file of certificates; expected"),
        Arguments.of("cert.pem", "", "is not a PEM file of certificates; expected"),
        Arguments.of("key.pem", "", "holds no private key; expected"),
        Arguments.of("key.pem", key, "does not belong to the first certificate in '"),
        Arguments.of("key.pem", key.substring(0, 90), "is not whole; expected"),
        Arguments.of("key.pem", key.replace("M", "#"), "is not whole; expected"),
        Arguments.of("key.pem", key.replaceAll("[A-Z]{3}(?=[a-z])", "AAA"), "is broken or of"),
        Arguments.of("key.pem", key.replace("PRIVATE", "ENCRYPTED PRIVATE"), "is encrypted"),
        Arguments.of("key.pem", key.replace("PRIVATE", "RSA PRIVATE"), "openssl pkcs8 -topk8"),
        Arguments.of("key.pem", key.replace("PRIVATE", "EC PRIVATE"), "openssl pkcs8 -topk8"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_file_that_cannot_be_used_is_refused_in_plain_words(
      String file, @Nullable String content, String message) throws IOException {
    if (content == null) {
      Files.delete(folder.resolve(file));
    } else {
      Files.writeString(folder.resolve(file), content);
    }
    assertThatThrownBy(() -> open(options()))
        .isInstanceOf(TlsException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        Arguments.of(List.of("--tls-cert=a"), "--tls-cert is given without --tls-key; expected"),
        Arguments.of(List.of("--tls-key=a"), "--tls-key is given without --tls-cert; expected"),
        Arguments.of(
            List.of("--tls=self-signed", "--tls-cert=a", "--tls-key=b"),
            "--tls and --tls-cert are both given; expected one of them"),
        Arguments.of(
            List.of("--tls=self-signed", "--port=8443"),
            "--port and --tls-port are both 8443; expected two ports"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void options_that_contradict_each_other_are_refused(List<String> options, String message) {
    assertThatThrownBy(() -> open(options.toArray(String[]::new)))
        .isInstanceOf(TlsException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void a_folder_with_halves_of_two_authorities_is_refused(@TempDir Path data) throws IOException {
    open("--tls=self-signed", "--data=" + data);
    Path key = data.resolve("tls").resolve("ca-key.pem");
    Files.writeString(key, Pem.of(AUTHORITY.key()));
    assertThatThrownBy(() -> open("--tls=self-signed", "--data=" + data))
        .isInstanceOf(TlsException.class)
        .hasMessageContaining("does not belong to 'ca.pem' beside it");
  }

  @Test
  void an_authority_that_ends_soon_is_replaced(@TempDir Path data) {
    Instant now = now();
    var folder = new AuthorityFolder(data);
    CertificateAuthority old = folder.open(now.minus(Duration.ofDays(3_600)));
    assertThat(folder.open(now)).isNotEqualTo(old).isEqualTo(folder.open(now));
  }

  @Test
  void the_own_certificate_is_issued_anew_before_it_ends() {
    Instant now = now();
    var own = new OwnIdentity(AUTHORITY, List.of(new GeneralName.DNSName("localhost")));
    assertThat(own.next(now)).isNotNull();
    assertThat(own.next(now.plus(Duration.ofDays(366)))).isNull();
    assertThat(own.next(now.plus(Duration.ofDays(368)))).isNotNull();
  }
}
