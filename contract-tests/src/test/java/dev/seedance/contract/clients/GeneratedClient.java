package dev.seedance.contract.clients;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code clients/clients.yaml}, which explains the members: a client that a public
 * generator makes of the contract, and the commands that make and run it.
 */
record GeneratedClient(
    String id,
    @Nullable String folder,
    String language,
    String generator,
    String libraries,
    String check,
    @Nullable String apt,
    @Nullable String optional,
    String generate,
    String build,
    String run,
    @Nullable List<String> warnings,
    String server,
    String error,
    String notes) {

  /** The folder of the table and the programs. */
  static final Path FOLDER = Path.of("clients");

  static List<GeneratedClient> all() {
    try {
      return new YAMLMapper()
          .readValue(FOLDER.resolve("clients.yaml").toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the folder of the program and its build files. */
  Path program() {
    return FOLDER.resolve(Objects.requireNonNullElse(folder, id));
  }

  /** Returns the warnings that the generator is expected to give. */
  List<String> expectedWarnings() {
    return Objects.requireNonNullElse(warnings, List.of());
  }

  /** Returns all commands, as the page shows them. */
  String listing() {
    return String.join("\n", generate.strip(), build.strip(), run.strip());
  }

  /** Returns the advice for a machine without the tools. */
  String remedy() {
    if (optional != null) {
      return optional;
    }
    return apt == null ? "install Node.js and npm, or run with ./mvnw" : "apt-get install " + apt;
  }

  @Override
  public String toString() {
    return id;
  }
}
