package dev.seedance.mock.startup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.MockProcess;
import dev.seedance.mock.cli.MockCommand;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server from classes of which this package was deleted. */
class WithoutStartupTest {

  private static final String PACKAGE = "dev.seedance.mock.startup";
  private static final String READY = "seedance mock server ready at ";

  @Test
  @Timeout(120)
  void starts_and_responds(@TempDir Path classes) throws IOException, URISyntaxException {
    Path built =
        Path.of(MockCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    copyWithoutStartup(built, classes);
    assertThat(classes.resolve(PACKAGE.replace('.', '/'))).doesNotExist();
    Process server = start(classes + File.pathSeparator + libraries(built));
    try (var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
      String ready = String.valueOf(lines.readLine());
      assertThat(ready).startsWith(READY + "http://127.0.0.1:");
      Calls calls = Calls.to(URI.create(ready.substring(READY.length())), "key");
      var submitted = calls.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}");
      assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
      calls.advance("PT1H");
      assertThat(calls.poll(submitted.text("/id")).text("/status")).isEqualTo("completed");
      assertThat(calls.submit("{").text("/error/violations/0/rule")).isEqualTo("json.malformed");
    } finally {
      server.destroy();
    }
  }

  private static Process start(String classPath) throws IOException {
    return MockProcess.of(List.of("-cp", classPath), "--clock=frozen")
        .redirectErrorStream(true)
        .start();
  }

  /** Returns the class path of this test without classes of its module. */
  private static String libraries(Path built) {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).startsWith(built.getParent()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Copies files, but neither those of the package nor what names its classes to Micronaut. */
  private static void copyWithoutStartup(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).map(from::relativize).toList();
    }
    for (Path file : files) {
      if (!file.toString().replace(File.separatorChar, '.').contains(PACKAGE)) {
        Path copy = to.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(from.resolve(file), copy);
      }
    }
    try (Stream<Path> left = Files.walk(to)) {
      assertThat(left.filter(Files::isRegularFile).filter(WithoutStartupTest::namesStartup))
          .isEmpty();
    }
  }

  private static boolean namesStartup(Path file) {
    try {
      String bytes = Files.readString(file, ISO_8859_1);
      return bytes.contains(PACKAGE) || bytes.contains(PACKAGE.replace('.', '/'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
