package dev.seedance.mock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kit's public API is {@code api.txt}, so that nobody changes it without seeing that. */
class ApiTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path FILE = Path.of("api.txt");

  @Test
  void is_what_was_written_down() throws IOException {
    String api = api();
    if (Boolean.getBoolean("api.write")) {
      Files.writeString(FILE, api, UTF_8);
    }
    assertThat(FILE)
        .as(
            "the public API has changed; if that is meant, renew api.txt:%n./mvnw -pl"
                + " :seedance-mock-testkit -am package -Dtest=ApiTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dapi.write=true")
        .content(UTF_8)
        .isEqualToNormalizingNewlines(api);
  }

  /** Each public class with its public members, in the order of the alphabet. */
  private static String api() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(ApiTest::described)
          .filter(text -> text.startsWith("public "))
          .sorted()
          .collect(Collectors.joining("\n"));
    }
  }

  private static String described(Path file) {
    var out = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int exit = javap.run(new PrintWriter(out), new PrintWriter(out), "-protected", file.toString());
    assertThat(exit).as("%s", out).isZero();
    String[] lines =
        out.toString()
            .lines()
            .filter(line -> !line.startsWith("Compiled from"))
            .toArray(String[]::new);
    String members =
        Arrays.stream(lines)
            .skip(1)
            .limit(lines.length - 2)
            .sorted()
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return lines[0] + "\n" + members + "}\n";
  }
}
