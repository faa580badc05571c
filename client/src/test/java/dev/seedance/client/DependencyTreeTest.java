package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The libraries that a user's build gets along with ours. Maven writes the tree before the tests
 * run.
 */
class DependencyTreeTest {

  @Test
  void is_the_contract_jackson_and_annotations_only_and_the_docs_say_so() throws IOException {
    List<String> tree =
        Files.readAllLines(Path.of("target/dependency-tree.txt")).stream()
            .skip(1)
            .filter(line -> !line.contains("(optional)"))
            .map(line -> line.replaceFirst("^[ |+\\\\-]*", "").replaceAll(":(jar|compile)", ""))
            .toList();

    assertThat(tree)
        .extracting(dependency -> dependency.replaceFirst(":[^:]*$", ""))
        .containsExactly(
            "dev.seedance:seedance-api-spec",
            "com.fasterxml.jackson.core:jackson-databind",
            "com.fasterxml.jackson.core:jackson-annotations",
            "com.fasterxml.jackson.core:jackson-core",
            "jakarta.annotation:jakarta.annotation-api",
            "org.jspecify:jspecify");
    assertThat(Files.readString(Path.of("../docs/client.md")))
        .contains(tree.stream().collect(Collectors.joining("\n", "```text\n", "\n```")));
  }
}
