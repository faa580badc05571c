package dev.seedance.mock.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each option of the server has a member of the annotation, goes by its options, or is refused. */
class SettingsTest {

  private static final String PEM = "target/authority.pem";
  private static final String CONFIG = "target/options.yaml";

  /** A test has a key of its own. */
  private static final Set<String> REFUSED = Set.of("--api-key");

  /** Both name a store: a server has one. */
  private static final Set<String> IN_PLACE_OF_DATA =
      Set.of("--database", "--database-user", "--database-password");

  /** They name files of a certificate: a server has them, or makes its own. */
  private static final Set<String> IN_PLACE_OF_TLS = Set.of("--tls-cert", "--tls-key");

  @BeforeAll
  static void writeFiles() throws Exception {
    Files.writeString(Path.of(CONFIG), "balance: 7\n");
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    var manager = (X509TrustManager) factory.getTrustManagers()[0];
    String certificate =
        Base64.getMimeEncoder().encodeToString(manager.getAcceptedIssuers()[0].getEncoded());
    Files.writeString(
        Path.of(PEM),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(certificate),
        US_ASCII);
  }

  /** Every member that names an option. */
  @SeedanceMock(
      clock = "frozen",
      clockStart = "2026-01-01T00:00:00Z",
      scenario = "instant",
      revision = "2026-08",
      seed = 7,
      rateLimits = true)
  @Nested
  class ByMembers {
    @Test
    void what_was_set_reaches_the_server(MockServer mock) {
      assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.FROZEN);
      assertThat(mock.revision()).isEqualTo("2026-08");
    }
  }

  /** Every other option. */
  @SeedanceMock(
      options = {
        "--config=" + CONFIG,
        "--port=0",
        "--host=127.0.0.1",
        "--public-url=https://mock.test/x",
        "--trust-forwarded",
        "--allow-webhook-host=shop.test",
        "--webhook-ca=" + PEM,
        "--submit-rate=5/5",
        "--query-rate=5/5",
        "--balance=12.5",
        "--cors-origin=http://localhost:5173",
        "--tls=self-signed",
        "--tls-port=0",
        "--data=target/data",
        "--lease=PT5S",
        "--advertise=http://127.0.0.1:8080",
        "--cluster-secret=a-secret-of-tests",
        "--keep-sandboxes=PT1H",
        "--log-format=text",
        "--stop-with-process=1",
        "--max-sandboxes=10",
        "--sandbox-idle=PT1H",
        "--max-tasks=5",
        "--max-deliveries=5",
        "--max-scenarios=5",
        "--max-groups=5",
        "--max-assets=5",
        "--max-journal-entries=5",
        "--max-journal-bytes=5000",
        "--max-memory=5000000",
        "--max-upload-bytes=5000",
        "--max-server-upload-bytes=5000",
        "--max-snapshot-bytes=5000",
        "--max-connections=50",
        "--idle-timeout=PT1M",
        "--stall-timeout=PT10S",
        "--max-bytes-in-flight=5000",
        "--max-body=5000"
      })
  @Nested
  class ByOptions {
    @Test
    void what_was_set_reaches_the_server(MockServer mock) {
      assertThat(mock.account().remaining()).isEqualByComparingTo("12.5");
      assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.AUTO);
    }
  }

  @SeedanceMock(options = {"--api-key", "x"})
  private static final class WithKey {}

  @Test
  void every_option_can_be_set_by_the_annotation_or_is_refused() throws Exception {
    Set<String> known = new TreeSet<>(REFUSED);
    known.addAll(IN_PLACE_OF_DATA);
    known.addAll(IN_PLACE_OF_TLS);
    known.addAll(optionsOf(ByMembers.class));
    known.addAll(optionsOf(ByOptions.class));
    assertThat(known).containsExactlyInAnyOrderElementsOf(optionsOfTheServer());
  }

  @Test
  void a_limit_of_keys_is_refused_because_each_test_has_its_own() {
    assertThatThrownBy(() -> optionsOf(WithKey.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("@SeedanceMock has the option --api-key")
        .hasMessageContaining("MockServer.builder().apiKey");
  }

  private static Set<String> optionsOf(Class<?> annotated) {
    var annotation = annotated.getAnnotation(SeedanceMock.class);
    Set<String> options = new TreeSet<>();
    for (String argument : Settings.of(annotation).said()) {
      if (argument.startsWith("--")) {
        options.add(argument.replaceFirst("=.*", ""));
      }
    }
    return options;
  }

  /** Reads the server's own list, out of its class loader. */
  private static List<String> optionsOfTheServer() throws ReflectiveOperationException {
    ClassLoader loader = EmbeddedServer.newLoader();
    Class<?> options = loader.loadClass("dev.seedance.mock.options.MockOptions");
    Method flag = loader.loadClass("dev.seedance.mock.options.Option").getMethod("flag");
    List<String> flags = new ArrayList<>();
    for (Object option : (List<?>) options.getField("ALL").get(null)) {
      flags.add((String) flag.invoke(option));
    }
    return flags;
  }
}
