package dev.seedance.spec.build;

import static java.util.stream.Collectors.joining;

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
 * Writes the YAML documents of the contract as JSON, so that nobody parses YAML at run time, and
 * the JSON Schema of a request for each revision.
 *
 * <p>Arguments: the module's folder and the folder to write to. Makes {@code openapi.json}, {@code
 * frame-sizes.json}, {@code pricing.json}, {@code lifecycle.json}, {@code media.json}, {@code
 * rules.json}, one {@code capabilities/REVISION.json} and one {@code
 * schema/generation-request.REVISION.schema.json} a table, and {@code index.properties}, which
 * lists the revisions (oldest first), names the default, and lists the files of vectors.
 */
public final class SpecBuild {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path module;
  private final Path target;

  private SpecBuild(Path module, Path target) {
    this.module = module;
    this.target = target;
  }

  /**
   * Runs the build step.
   *
   * @param args the module's folder, the folder to write to
   * @throws IOException if a document can't be read or written
   */
  public static void main(String[] args) throws IOException {
    new SpecBuild(Path.of(args[0]), Path.of(args[1])).run();
  }

  private void run() throws IOException {
    JsonNode openApi = YAML.readTree(module.resolve("openapi.yaml").toFile());
    JsonNode rules = YAML.readTree(module.resolve("rules.yaml").toFile());
    write("openapi.json", openApi);
    write("lifecycle.json", YAML.readTree(module.resolve("lifecycle.yaml").toFile()));
    write("frame-sizes.json", YAML.readTree(module.resolve("frame-sizes.yaml").toFile()));
    write("pricing.json", PriceTable.of(YAML.readTree(module.resolve("pricing.yaml").toFile())));
    write("media.json", YAML.readTree(module.resolve("media.yaml").toFile()));
    List<JsonNode> tables = tables();
    write("rules.json", RuleList.of(rules, tables));
    for (JsonNode table : tables) {
      String revision = revision(table);
      write("capabilities/" + revision + ".json", table);
      write(
          "schema/generation-request." + revision + ".schema.json",
          RequestSchema.of(table, openApi, rules));
    }
    writeIndex(tables);
  }

  private List<JsonNode> tables() throws IOException {
    var format =
        new TableFormat(
            JSON.readTree(module.resolve("capabilities/table.schema.json").toFile()),
            YAML.readTree(module.resolve("frame-sizes.yaml").toFile()));
    List<JsonNode> tables = new ArrayList<>();
    for (Path file : files("capabilities", ".yaml")) {
      JsonNode table = SameModels.resolve(YAML.readTree(file.toFile()));
      format.check(table, module.relativize(file).toString());
      tables.add(table);
    }
    return tables;
  }

  private void writeIndex(List<JsonNode> tables) throws IOException {
    List<String> defaults =
        tables.stream()
            .filter(table -> table.path("default").asBoolean())
            .map(SpecBuild::revision)
            .toList();
    if (defaults.size() != 1) {
      throw new IllegalStateException(
          "exactly one table must say 'default: true', not " + defaults);
    }
    String revisions = tables.stream().map(SpecBuild::revision).collect(joining(","));
    String vectors =
        files("vectors", ".vectors.json").stream()
            .map(file -> file.getFileName().toString())
            .collect(joining(","));
    Files.writeString(
        target.resolve("index.properties"),
        "revisions=" + revisions + "\ndefault=" + defaults.get(0) + "\nvectors=" + vectors + "\n");
  }

  private static String revision(JsonNode table) {
    return table.required("revision").asText();
  }

  private void write(String name, JsonNode document) throws IOException {
    Path file = target.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.writeValueAsString(document) + "\n");
  }

  private List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(module.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
