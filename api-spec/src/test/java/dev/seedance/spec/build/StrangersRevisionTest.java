package dev.seedance.spec.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A further revision is a file: with models, members, a review, operations and limits of its own.
 * The validator's test of the same name judges the same requests by what this build makes of it.
 */
class StrangersRevisionTest {

  private static final Path RESOURCES =
      Path.of("src/test/resources/dev/seedance/spec/build/stranger");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path module;
  private Path built;

  @BeforeEach
  void build() throws IOException {
    try (var documents = Files.newDirectoryStream(Path.of(""), "*.yaml")) {
      for (Path document : documents) {
        Files.copy(document, module.resolve(document.getFileName()));
      }
    }
    copy(Path.of("capabilities"), "capabilities");
    copy(Path.of("vectors"), "vectors");
    Files.copy(RESOURCES.resolve("2027-01.yaml"), module.resolve("capabilities/2027-01.yaml"));
    built = Files.createDirectory(module.resolve("built"));
    SpecBuild.main(new String[] {module.toString(), built.toString()});
  }

  @Test
  void is_the_newest_and_not_the_default() throws IOException {
    assertThat(Files.readAllLines(built.resolve("index.properties")))
        .contains("revisions=2026-06,2026-08,2026-09,2027-01", "default=2026-06");
  }

  @Test
  void becomes_the_table_that_the_validator_reads() throws IOException {
    assertThat(read(built.resolve("capabilities/2027-01.json")))
        .isEqualTo(read(RESOURCES.resolve("2027-01.json")));
  }

  @Test
  void its_members_bring_their_rules() throws IOException {
    assertThat(read(built.resolve("rules.json")).path("rules").findValuesAsText("id"))
        .endsWith("style.unsupported", "style.renamed", "task.unsupported");
  }

  @Test
  void its_schema_judges_requests_as_the_table_says() throws IOException {
    JsonNode document = read(built.resolve("schema/generation-request.2027-01.schema.json"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(Dialects.getDraft202012()).getSchema(document);
    Map<String, String> severities = new HashMap<>();
    read(built.resolve("rules.json"))
        .path("rules")
        .forEach(rule -> severities.put(rule.path("id").asText(), rule.path("severity").asText()));

    for (JsonNode vector : read(RESOURCES.resolve("requests.json"))) {
      ObjectNode request = vector.path("request").deepCopy();
      request.put("prompt", "x");
      boolean valid = true;
      for (JsonNode rule : vector.path("rules")) {
        valid &= "warning".equals(severities.get(rule.asText()));
      }
      assertThat(schema.validate(request).isEmpty()).as(vector.toString()).isEqualTo(valid);
    }
  }

  private void copy(Path folder, String name) throws IOException {
    Files.createDirectory(module.resolve(name));
    try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        Files.copy(file, module.resolve(name).resolve(file.getFileName()));
      }
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }
}
