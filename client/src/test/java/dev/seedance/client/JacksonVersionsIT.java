package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The tests of the client that read or write JSON, with each Jackson that the POM copies to {@code
 * target/jackson} in place of the build's own.
 */
class JacksonVersionsIT {

  private static final Path JARS = Path.of("target/jackson");
  private static final String DATABIND = "jackson-databind-";

  @Test
  void reaches_from_the_oldest_promised_version_to_one_newer_than_the_build_s_own()
      throws IOException {
    assertThat(versions())
        .contains("2.15.0")
        .anyMatch(version -> minor(version) > PackageVersion.VERSION.getMinorVersion());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void the_client_works(String version) throws Exception {
    Stream<String> others = ChildJvm.classPath().filter(entry -> !entry.contains("jackson-"));

    String output =
        ChildJvm.run(
            Stream.concat(others, jackson(version)),
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
            ClientTests.class);

    assertThat(output).endsWith("Jackson " + version + System.lineSeparator());
  }

  static List<String> versions() throws IOException {
    try (Stream<Path> jars = Files.list(JARS)) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.startsWith(DATABIND))
          .map(name -> name.substring(DATABIND.length(), name.length() - ".jar".length()))
          .sorted()
          .toList();
    }
  }

  /** Returns the three jars of a version. From 2.20 on, annotations have no patch releases. */
  private static Stream<String> jackson(String version) {
    String annotations =
        minor(version) < 20 ? version : version.substring(0, version.lastIndexOf('.'));
    return Stream.of(
            DATABIND + version, "jackson-core-" + version, "jackson-annotations-" + annotations)
        .map(name -> JARS.resolve(name + ".jar").toString());
  }

  private static int minor(String version) {
    return Integer.parseInt(version.split("\\.", -1)[1]);
  }

  /** Runs the tests, fails if one of them does, and prints the version of Jackson. */
  static final class ClientTests {

    private ClientTests() {}

    public static void main(String[] args) {
      var listener = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(
                      selectClass(AssetsTest.class),
                      selectClass(ErrorResponsesTest.class),
                      selectClass(PollerConformanceTest.class),
                      selectClass(RetryTest.class),
                      selectClass(SeedanceClientTest.class),
                      selectClass(UploadsTest.class),
                      selectClass("dev.seedance.client.cli.SeedanceCommandTest"),
                      selectClass("dev.seedance.client.webhook.WebhookVerifierTest"))
                  .build(),
              listener);
      var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      listener.getSummary().printTo(out);
      listener.getSummary().printFailuresTo(out);
      out.println("Jackson " + PackageVersion.VERSION);
      boolean passed =
          listener.getSummary().getTestsSucceededCount() > 0
              && listener.getSummary().getTotalFailureCount() == 0;
      System.exit(passed ? 0 : 1);
    }
  }
}
