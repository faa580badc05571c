package dev.seedance.contract.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.launcher.Checkout.Ended;
import dev.seedance.contract.launcher.Checkout.Mock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher with each shell, locale and JDK of this machine, and beside a build. */
class LauncherTest {

  private static final List<String> SH = List.of("sh");

  @TempDir private static Path folder;

  private static Checkout checkout;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void checkOut() throws IOException {
    checkout = Checkout.in(folder.resolve(named("a checkout with blanks and ü")));
  }

  /** Leaves out a letter that this JVM's own locale has no name for. */
  private static String named(String name) {
    try {
      return Path.of(name).toString();
    } catch (InvalidPathException e) {
      return name.replace('ü', 'u');
    }
  }

  @ParameterizedTest
  @MethodSource("dev.seedance.contract.launcher.Shells#found")
  void every_shell_runs_it(List<String> shell) throws Exception {
    Ended help = checkout.run(shell, Checkout.PLAIN, "--help");
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("Usage: seedance COMMAND");
    assertThat(checkout.run(shell, Checkout.PLAIN, "no-such").err()).contains("unknown command");
    try (Mock mock = checkout.mock(shell, Checkout.PLAIN)) {
      // Octal, because this JVM's own locale may have no such letters.
      Ended ordered =
          checkout.run(
              List.of(
                  "sh",
                  "-c",
                  "prompt=$(printf '\\347\\201\\257\\345\\241\\224'); exec %s \"$@\" --prompt \"$prompt\""
                      .formatted(String.join(" ", shell)),
                  "sh"),
              Checkout.PLAIN,
              "generate",
              "--base-url",
              mock.baseUrl().toString(),
              "--api-key",
              "any",
              "--no-wait");
      assertThat(ordered.code()).as(ordered.err()).isZero();
      assertThat(get(mock, "/_mock/requests").body()).contains("灯塔");
    }
    assertThat(checkout.home().resolve("maven-calls")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void every_jdk_has_an_archive_of_its_own_and_is_quiet(Path jdk) throws Exception {
    var environment = Map.of("LC_ALL", "C", "JAVA_HOME", jdk.toString());
    Path request = Files.createTempFile(folder, "request", ".json");
    Files.writeString(request, "{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\"}");
    Ended first = checkout.run(SH, environment, "validate", request.toString());
    assertThat(first.code()).as(first.err()).isZero();
    Ended second = checkout.run(SH, environment, "validate", request.toString());
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("1 valid");
    try (Stream<Path> files = Files.list(checkout.copies("validator").get(0))) {
      String feature = "jdk" + feature(jdk) + "-";
      assertThat(files.filter(file -> file.getFileName().toString().startsWith(feature)))
          .singleElement()
          .satisfies(archive -> assertThat(Files.size(archive)).isGreaterThan(1_000_000));
    }
  }

  @Test
  void a_build_leaves_a_running_mock_alone() throws Exception {
    try (Mock mock = checkout.mock(SH, Checkout.PLAIN)) {
      Path inUse = checkout.copies("mock-server").get(0);
      checkout.rebuild("mock-server/server");
      assertThat(get(mock, "/_mock/health").statusCode()).isEqualTo(200);

      checkout.run(SH, Checkout.PLAIN, "mock", "--help");
      assertThat(checkout.copies("mock-server")).hasSize(2).contains(inUse);
      for (String path : List.of("/", "/docs", "/openapi.json", "/_mock/clock")) {
        assertThat(get(mock, path).statusCode()).as(path).isEqualTo(200);
      }
    }
    checkout.rebuild("mock-server/server");
    checkout.run(SH, Checkout.PLAIN, "mock", "--help");
    assertThat(checkout.copies("mock-server")).hasSize(1);
  }

  @Test
  void a_changed_source_has_maven_build_its_module() throws Exception {
    Checkout changed = Checkout.in(folder.resolve("changed"));
    assertThat(changed.run(SH, Checkout.PLAIN, "validate", "--version").code()).isZero();
    Files.writeString(changed.home().resolve("validator/new-source"), "");
    Ended ended = changed.run(SH, Checkout.PLAIN, "validate", "--version");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("the build failed");
    assertThat(changed.home().resolve("maven-calls"))
        .content()
        .contains("-pl :seedance-validator -am");
  }

  static List<Path> jdks() throws IOException {
    var jdks = new ArrayList<Path>();
    jdks.add(Path.of(System.getProperty("java.home")).toRealPath());
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> folders = Files.list(installed)) {
        for (Path jdk :
            folders.filter(one -> Files.isExecutable(one.resolve("bin/java"))).toList()) {
          if (!jdks.contains(jdk.toRealPath()) && feature(jdk) >= 17) {
            jdks.add(jdk.toRealPath());
          }
        }
      }
    }
    return jdks;
  }

  private static int feature(Path jdk) throws IOException {
    return Files.readAllLines(jdk.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  private HttpResponse<String> get(Mock mock, String path) throws Exception {
    URI uri = mock.baseUrl().resolve(path);
    return http.send(
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer any").build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
