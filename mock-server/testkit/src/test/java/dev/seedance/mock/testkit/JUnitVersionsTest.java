package dev.seedance.mock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit as a jar, in JVMs of their own: under each JUnit, and without any. */
class JUnitVersionsTest {

  @TempDir static Path folder;

  private static Path kit;

  /** Starts a server and prints its last word; nothing else may be printed. */
  static final class Program {
    public static void main(String[] arguments) {
      try (var mock = MockServer.start("--clock", "auto")) {
        HttpCalls.of(mock).submit(HttpCalls.REQUEST);
        HttpCalls.of(mock).submit("{\"model\":\"seedance-2-mini\",\"duration\":7}");
        System.out.println(mock.tasks().size() + " task");
      }
    }
  }

  @BeforeAll
  static void pack() {
    kit = folder.resolve("kit.jar");
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    String[] arguments = {
      "--create", "--no-compress", "--file", kit.toString(), "-C", "target/classes", "."
    };
    assertThat(jar.run(System.out, System.err, arguments)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.12", "5.14", "6.0", "6.1"})
  void the_annotation_works_under(String version) throws Exception {
    String cases = LifecycleCases.class.getName();
    String printed =
        run(
            Stream.of(
                Path.of("target/junit", version + ".jar"), kit, Path.of("target/test-classes")),
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--disable-banner",
            "--details=summary",
            "--select-class=" + SeedanceMockTest.class.getName(),
            "--select-class=" + cases + "$PerClassWithParameters",
            "--select-class=" + cases + "$PerClassWithField",
            "--select-class=" + cases + "$PerMethodWithField");
    assertThat(printed).contains("74 tests successful").contains(" 0 tests failed");
  }

  @Test
  void without_junit_a_program_prints_what_is_its_own() throws Exception {
    var path = Stream.of(kit, Path.of("target/test-classes"));
    assertThat(run(path, Program.class.getName())).isEqualTo("1 task\n");
  }

  private static String run(Stream<Path> path, String main, String... arguments) throws Exception {
    String assertions =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> jar.matches(".*(assertj|byte-buddy).*"))
            .reduce("", (all, jar) -> all + File.pathSeparator + jar);
    String classPath =
        path.map(Path::toString).reduce((all, one) -> all + File.pathSeparator + one).orElseThrow();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        Stream.concat(Stream.of(java, "-cp", classPath + assertions, main), Stream.of(arguments));
    var builder = new ProcessBuilder(command.toList()).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return output(builder.start());
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
