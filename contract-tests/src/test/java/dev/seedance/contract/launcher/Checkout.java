package dev.seedance.contract.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that the launcher takes for a checkout: the launcher itself, the jars that the build has
 * made, and a Maven that only writes down that it was called.
 */
final class Checkout {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** A locale without letters beyond ASCII, and none of the user's own settings. */
  static final Map<String, String> PLAIN = Map.of("LC_ALL", "C");

  private final Path home;

  private Checkout(Path home) {
    this.home = home;
  }

  static Checkout in(Path home) throws IOException {
    Files.createDirectories(home.resolve("api-spec/examples/requests"));
    Files.createDirectories(home.resolve(".mvn"));
    for (String file : List.of("seedance", ".mvn/launcher-build.sh", "pom.xml")) {
      Files.copy(ROOT.resolve(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
    Path maven = home.resolve("mvnw");
    Files.writeString(maven, "#!/bin/sh\necho \"$@\" >>maven-calls\nexit 1\n");
    if (!maven.toFile().setExecutable(true)) {
      throw new IOException("can't make " + maven + " executable");
    }
    for (String module : List.of("validator", "client", "mock-server/server")) {
      Path target = Files.createDirectories(home.resolve(module).resolve("target"));
      Path jar = cliJar(ROOT.resolve(module).resolve("target"));
      Files.copy(jar, target.resolve(jar.getFileName()));
    }
    return new Checkout(home);
  }

  Path home() {
    return home;
  }

  /** Returns the runnable jar that the build has made of a module. */
  Path builtJar(String module) throws IOException {
    return cliJar(home.resolve(module).resolve("target"));
  }

  /** Replaces a built jar in place, as a build by hand may, by one with a further file in it. */
  void rebuild(String module) throws IOException {
    Path jar = builtJar(module);
    Path changed = Files.copy(jar, home.resolve("changed.jar"));
    try (var files = FileSystems.newFileSystem(changed)) {
      Files.writeString(files.getPath("change-" + Files.size(jar)), "");
    }
    Files.write(jar, Files.readAllBytes(changed));
    Files.delete(changed);
  }

  /** Returns the folders that a module runs from. */
  List<Path> copies(String module) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(".seedance"))) {
      return files
          .filter(Files::isDirectory)
          .filter(file -> file.getFileName().toString().startsWith(module))
          .toList();
    }
  }

  /** Runs the launcher with a shell to its end. */
  Ended run(List<String> shell, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("launcher", ".out");
    Path err = Files.createTempFile("launcher", ".err");
    Process process =
        command(shell, environment, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    var ended = new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  /** Starts the mock server on a free port and returns when it is ready. */
  Mock mock(List<String> shell, Map<String, String> environment) throws IOException {
    return ready(command(shell, environment, "mock", "--port", "0"));
  }

  /** Starts the mock server by hand from a jar. */
  static Mock runJar(Path jar) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return ready(new ProcessBuilder(java.toString(), "-jar", jar.toString(), "--port", "0"));
  }

  static Path builtMockJar() throws IOException {
    return cliJar(ROOT.resolve("mock-server/server/target"));
  }

  private static Mock ready(ProcessBuilder command) throws IOException {
    Process process = command.redirectErrorStream(true).start();
    BufferedReader output = process.inputReader(UTF_8);
    var printed = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.contains("ready at ")) {
        return new Mock(process, URI.create(line.substring(line.indexOf("http"))), output);
      }
      printed.append(line).append('\n');
    }
    throw new AssertionError("the mock did not start: " + printed);
  }

  private ProcessBuilder command(
      List<String> shell, Map<String, String> environment, String... arguments) {
    var command = new ArrayList<>(shell);
    command.add("./seedance");
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder;
  }

  private static Path cliJar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith("-cli.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("package " + target.getParent() + " first"));
    }
  }

  /** A command that has ended. */
  record Ended(int code, String out, String err) {}

  /** A mock server in a process of its own. */
  record Mock(Process process, URI baseUrl, BufferedReader output) implements AutoCloseable {

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }
}
