package dev.seedance.contract.clients;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in which a client is made: its program, {@code api-spec/openapi.yaml}, and on the path
 * {@code openapi-generator-cli} and {@code mvn}, so that commands run as a page shows them.
 */
final class Workplace {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The generator, from the profile {@code generated-clients}. */
  private static final Path GENERATOR = TARGET.resolve("tools/openapi-generator-cli.jar");

  private static final Pattern SERVER =
      Pattern.compile("https?://(?:toapis\\.com|127\\.0\\.0\\.1:8080)");

  private final Path folder;
  private final Path commands = TARGET.resolve("generated-clients/commands");
  private final Map<String, String> environment;

  private Workplace(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Makes a folder with the files that a reader of the page begins with. */
  static Workplace of(GeneratedClient client, URI baseUrl, String apiKey) throws IOException {
    Path folder = TARGET.resolve("generated-clients").resolve(client.id());
    var place =
        new Workplace(
            folder, Map.of("SEEDANCE_BASE_URL", baseUrl.toString(), "SEEDANCE_API_KEY", apiKey));
    place.clear();
    place.copy(client.program());
    Path spec = Files.createDirectories(folder.resolve("api-spec")).resolve("openapi.yaml");
    Files.copy(ROOT.resolve("api-spec/openapi.yaml"), spec, StandardCopyOption.REPLACE_EXISTING);
    Files.createDirectories(place.commands);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    place.command("openapi-generator-cli", java + " -XX:TieredStopAtLevel=1 -jar " + GENERATOR);
    place.command("mvn", ROOT.resolve("mvnw") + " --batch-mode -Dstyle.color=never");
    return place;
  }

  /** Runs a command line of the shell to its end. */
  Outcome run(String command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".log");
    var process =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    process.environment().putAll(environment);
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    process.environment().merge("PATH", commands.toString(), Workplace::before);
    int exit = process.start().waitFor();
    return new Outcome(command, exit, Files.readString(output, StandardCharsets.UTF_8));
  }

  /**
   * Returns for each source below a folder the first server of the contract that it names: the one
   * that it calls by default.
   */
  Set<String> servers(String below) throws IOException {
    var found = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(folder.resolve(below))) {
      for (Path file : files.filter(Workplace::isSource).toList()) {
        Matcher server = SERVER.matcher(Files.readString(file, StandardCharsets.UTF_8));
        if (server.find()) {
          found.add(server.group());
        }
      }
    }
    return found;
  }

  private static boolean isSource(Path file) {
    return file.toString().matches(".*\\.(ts|py|go|kt|java|scala|php|rb)");
  }

  /** The output of a command, errors included, and its exit code. */
  record Outcome(String command, int exit, String output) {

    boolean succeeded() {
      return exit == 0;
    }

    List<String> lines() {
      return output.lines().toList();
    }
  }

  private void command(String name, String line) throws IOException {
    Path script = commands.resolve(name);
    Files.writeString(script, "#!/bin/sh\nexec " + line + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void clear() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted((one, other) -> other.compareTo(one)).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void copy(Path program) throws IOException {
    Files.createDirectories(folder.getParent());
    try (Stream<Path> files = Files.walk(program)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(program.relativize(file).toString()));
      }
    }
  }

  private static String before(String path, String first) {
    return first + File.pathSeparator + path;
  }
}
