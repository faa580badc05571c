package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of the test's own, and a receiver's certificate that it signed: by keytool. */
public final class TestAuthority {

  private static final String PASSWORD = "not a secret";

  private final Path store;
  private final Path pem;

  /**
   * Creates both.
   *
   * @param names of the receiver, as keytool wants them, such as {@code dns:localhost}
   */
  public TestAuthority(Path directory, String names, String... validity)
      throws IOException, InterruptedException {
    store = directory.resolve("keys.p12");
    pem = directory.resolve("ca.pem");
    keytool("-genkeypair", "-keyalg", "EC", "-alias", "ca", "-dname", "CN=CA", "-ext", "bc:c");
    var receiver = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-alias", "receiver"));
    receiver.addAll(List.of("-signer", "ca", "-dname", "CN=Receiver", "-ext", "san=" + names));
    receiver.addAll(List.of(validity));
    keytool(receiver.toArray(String[]::new));
    keytool("-exportcert", "-rfc", "-alias", "ca", "-file", pem.toString());
  }

  /** Returns the file of the authority's certificate. */
  public Path pem() {
    return pem;
  }

  /** Returns a file of the receiver's certificate. */
  public Path receiverPem() throws IOException, InterruptedException {
    Path file = pem.resolveSibling("receiver.pem");
    keytool("-exportcert", "-rfc", "-alias", "receiver", "-file", file.toString());
    return file;
  }

  /** Returns the authority's certificate. */
  public Certificate certificate() throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /** Returns a context with the receiver's certificate. */
  SSLContext receiver() throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    keys.deleteEntry("ca");
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
