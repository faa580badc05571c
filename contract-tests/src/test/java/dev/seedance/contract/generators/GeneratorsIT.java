package dev.seedance.contract.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seedance.contract.generators.GeneratorTable.Check;
import dev.seedance.contract.generators.GeneratorTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every client and server generator in one JVM, then the check of each row, one at a time.
 *
 * <p>It takes a quarter of an hour and is in no build: {@code docs/generators.md} has the command.
 */
@Tag("generators")
class GeneratorsIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path FOLDER = Path.of("target/generators").toAbsolutePath();
  private static final GeneratorTable TABLE = GeneratorTable.read();

  /** What {@code Generate.java} says of each generator: {@code yes}, or the fault. */
  private static final Map<String, String> GENERATED = new TreeMap<>();

  @BeforeAll
  static void generate() throws Exception {
    Files.createDirectories(FOLDER);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    int exit =
        run(
            FOLDER,
            List.of(
                java.toString(),
                "-cp",
                Path.of("target/tools/openapi-generator-cli.jar").toAbsolutePath().toString(),
                GeneratorTable.FOLDER.resolve("Generate.java").toAbsolutePath().toString(),
                ROOT.resolve("api-spec/openapi.yaml").toString(),
                FOLDER.toString()),
            "generate.log");
    assertThat(exit).as("see %s", FOLDER.resolve("generate.log")).isZero();
    for (String line : Files.readAllLines(FOLDER.resolve("generated.txt"))) {
      int space = line.indexOf(' ');
      GENERATED.put(line.substring(0, space), line.substring(space + 1));
    }
  }

  static Set<String> checked() {
    return TABLE.generators().keySet();
  }

  @Test
  void the_table_has_every_generator_of_the_release() {
    assertThat(TABLE.generators().keySet()).isEqualTo(GENERATED.keySet());
  }

  @ParameterizedTest
  @MethodSource("checked")
  void makes_what_the_table_says(String generator) throws Exception {
    Row row = Objects.requireNonNull(TABLE.generators().get(generator));
    String outcome = Objects.requireNonNull(GENERATED.get(generator));
    assertThat(outcome.equals("yes")).as(outcome).isEqualTo(row.isGenerated());
    if (row.check() != null) {
      Check check = Objects.requireNonNull(TABLE.checks().get(row.check()));
      assumeTrue(shell(generator, check.tool()) == 0, check.tool());
      assertThat(shell(generator, check.command()) == 0)
          .as("see %s", FOLDER.resolve(generator).resolve("check.log"))
          .isEqualTo(row.passes());
    }
  }

  private static int shell(String generator, String command) throws Exception {
    String mvn = "mvn() { sh '" + ROOT.resolve("mvnw") + "' -B \"$@\"; }; export -f mvn; ";
    return run(
        FOLDER.resolve(generator),
        List.of("nice", "bash", "-euo", "pipefail", "-c", mvn + command),
        "check.log");
  }

  private static int run(Path folder, List<String> command, String log)
      throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(log).toFile())
        .start()
        .waitFor();
  }
}
