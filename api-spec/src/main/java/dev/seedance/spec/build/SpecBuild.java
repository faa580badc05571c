package dev.seedance.spec.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the YAML documents of the contract as JSON, so that nobody parses YAML at run time.
 *
 * <p>Arguments: the module's folder and the folder to write to. Makes {@code openapi.json}, {@code
 * frame-sizes.json}, one {@code capabilities/REVISION.json} a table, and {@code
 * revisions.properties}, which lists the revisions (oldest first) and names the default.
 */
public final class SpecBuild {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path target;

  private SpecBuild(Path target) {
    this.target = target;
  }

  /**
   * Runs the build step.
   *
   * @param args the module's folder, the folder to write to
   * @throws IOException where a document can't be read or written
   */
  public static void main(String[] args) throws IOException {
    var module = Path.of(args[0]);
    var build = new SpecBuild(Path.of(args[1]));
    build.write("openapi.json", YAML.readTree(module.resolve("openapi.yaml").toFile()));
    build.write("frame-sizes.json", YAML.readTree(module.resolve("frame-sizes.yaml").toFile()));
    build.writeCapabilities(yamlFiles(module.resolve("capabilities")));
  }

  private void writeCapabilities(List<Path> tables) throws IOException {
    var revisions = new ArrayList<String>();
    var defaults = new ArrayList<String>();
    for (Path file : tables) {
      JsonNode table = YAML.readTree(file.toFile());
      String revision = table.required("revision").asText();
      write("capabilities/" + revision + ".json", table);
      revisions.add(revision);
      if (table.path("default").asBoolean()) {
        defaults.add(revision);
      }
    }
    if (defaults.size() != 1) {
      throw new IllegalStateException(
          "exactly one table must say 'default: true', not " + defaults);
    }
    String index =
        "revisions=" + String.join(",", revisions) + "\ndefault=" + defaults.get(0) + "\n";
    Files.writeString(target.resolve("revisions.properties"), index);
  }

  private void write(String name, JsonNode document) throws IOException {
    Path file = target.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.writeValueAsString(document) + "\n");
  }

  private static List<Path> yamlFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
