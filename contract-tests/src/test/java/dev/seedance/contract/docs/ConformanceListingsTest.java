package dev.seedance.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.docs.Listing.Note;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The runners of vectors find no fault in a validator that is ours, under any revision, and end
 * with a code that is not zero when a vector fails.
 */
class ConformanceListingsTest {

  @TempDir private Path folder;

  @Test
  void the_runner_in_python_agrees_with_the_mock_on_every_vector() throws Exception {
    String python = Programs.require(Programs.python(), "Python 3");
    write("conformance.py");
    Files.writeString(folder.resolve("my_validator.py"), Session.fixture("files/my_validator.py"));
    var builder =
        new ProcessBuilder(
            python, "conformance.py", Page.ROOT.resolve("api-spec/vectors").toString());
    List<MockServer> servers =
        ApiSpec.revisions().stream().map(ConformanceListingsTest::server).toList();
    try {
      for (int i = 0; i < servers.size(); i++) {
        String name = "MOCK_" + ApiSpec.revisions().get(i).replace('-', '_');
        builder.environment().put(name, servers.get(i).baseUrl().toString());
      }
      Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(printed).matches("\\d{4} vectors, 0 failed\\s+");
      assertThat(process.waitFor()).isZero();
    } finally {
      servers.forEach(MockServer::close);
    }
  }

  @Test
  void the_runner_in_python_fails_on_a_wrong_vector_and_on_none() throws Exception {
    String python = Programs.require(Programs.python(), "Python 3");
    write("conformance.py");
    Files.writeString(
        folder.resolve("my_validator.py"), "def validate(body, revision):\n    return []\n");
    failsOnAWrongVectorAndOnNone(List.of(python, "conformance.py"), List.of());
  }

  @Test
  void the_runner_in_typescript_fails_on_a_wrong_vector_and_on_none() throws Exception {
    List<String> node = Programs.require(Programs.typescript(), "Node 22.18 or tsx from npm");
    Programs.require(Files.exists(Programs.NODE_MODULES.resolve("ajv")), "ajv from npm");
    Files.createSymbolicLink(folder.resolve("node_modules"), Programs.NODE_MODULES);
    write("schema.ts");
    for (String revision : ApiSpec.revisions()) {
      String name = "generation-request." + revision + ".schema.json";
      try (var schema = ApiSpec.requestSchema(revision).openStream()) {
        Files.copy(schema, folder.resolve(name));
      }
    }
    failsOnAWrongVectorAndOnNone(
        Stream.concat(node.stream(), Stream.of("schema.ts")).toList(), List.of("."));
  }

  /**
   * A request that is valid, said to be valid by one vector and wrongly to be refused by another.
   */
  private void failsOnAWrongVectorAndOnNone(List<String> runner, List<String> more)
      throws Exception {
    String request = "\"request\":{\"model\":\"seedance-2\",\"prompt\":\"A boat\"}";
    String refused =
        "{\"rule\":\"duration.unsupported\",\"severity\":\"error\",\"pointer\":\"/duration\"}";
    String vector = "{\"name\":\"%s\",\"revision\":\"2026-06\",\"expect\":[%s]," + request + "}";
    Path vectors = Files.createDirectory(folder.resolve("vectors"));
    Path file = vectors.resolve("own.vectors.json");
    List<String> command =
        Stream.of(runner, List.of("vectors"), more).flatMap(List::stream).toList();

    assertThat(exitCode(command)).as("no vector at all").isEqualTo(1);
    Files.writeString(file, "{\"vectors\":[" + vector.formatted("right", "") + "]}");
    assertThat(exitCode(command)).as("a right vector").isZero();
    Files.writeString(file, "{\"vectors\":[" + vector.formatted("wrong", refused) + "]}");
    assertThat(exitCode(command)).as("a wrong vector").isEqualTo(1);
  }

  private int exitCode(List<String> command) throws Exception {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.log").toFile())
        .start()
        .waitFor();
  }

  private void write(String file) throws IOException {
    Listing listing =
        Page.of("docs/conformance.md").listings().stream()
            .filter(one -> one.note(Note.FILE).orElse("").equals(file))
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve(file), listing.text());
  }

  private static MockServer server(String revision) {
    return MockServer.builder().revision(revision).start();
  }
}
