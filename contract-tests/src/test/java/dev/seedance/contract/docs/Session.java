package dev.seedance.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seedance.mock.testkit.MockServer;
import dev.seedance.spec.ApiSpec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state that the listings of one page share, in their order: a working folder like a clone of
 * the project, and a mock server on a free port in place of {@value #SHOWN}.
 */
final class Session implements AutoCloseable {

  static final String SHOWN = "http://127.0.0.1:8080";

  /** The address for HTTPS of a server that has one. */
  static final String SHOWN_TLS = "https://127.0.0.1:8443";

  private static final Path FIXTURES =
      Page.ROOT.resolve("contract-tests/src/test/resources/listings");

  /** The classes under test and all that they need. */
  static final String CLASS_PATH = System.getProperty("java.class.path");

  private static final List<String> QUICK =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Djava.util.logging.config.file=" + FIXTURES.resolve("logging.properties"));

  private final Path folder;
  private final List<Runnable> open = new ArrayList<>();
  private String baseUrl = "";
  private String tlsUrl = SHOWN_TLS;
  private String printed = "";

  Session(Path folder) throws IOException {
    this.folder = folder;
    link("api-spec", Page.ROOT.resolve("api-spec"));
    if (Files.isDirectory(Programs.NODE_MODULES)) {
      link("node_modules", Programs.NODE_MODULES);
    }
    Launcher.write(folder);
    Files.createDirectory(folder.resolve("schema"));
    for (String revision : ApiSpec.revisions()) {
      String name = "generation-request." + revision + ".schema.json";
      try (var schema = ApiSpec.requestSchema(revision).openStream()) {
        Files.copy(schema, folder.resolve("schema").resolve(name));
      }
    }
    try (Stream<Path> files = Files.list(FIXTURES.resolve("files"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  Path folder() {
    return folder;
  }

  private void link(String name, Path target) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve(name), target);
    open.add(() -> link.toFile().delete());
  }

  /** Returns the output of the last listing, in the page's words. */
  String printed() {
    return printed;
  }

  void print(String text) {
    printed = text;
  }

  /** Returns the text of a listing or a fixture with the URL of the server that runs. */
  String localized(String text) {
    String local = text.replace(SHOWN_TLS, tlsUrl);
    return local.contains(SHOWN) ? local.replace(SHOWN, baseUrl()) : local;
  }

  /** Returns the mock's URL; starts one with an automatic clock if the page has started none. */
  String baseUrl() {
    if (baseUrl.isEmpty()) {
      MockServer server = MockServer.builder().clock("auto").start();
      open.add(server::close);
      baseUrl = server.baseUrl().toString();
    }
    return baseUrl;
  }

  /** Starts the server as the command line does, in a process of its own, but on a free port. */
  void startMock(String arguments) throws IOException {
    var command = new ArrayList<>(java("dev.seedance.mock.cli.MockCommand"));
    command.addAll(Stream.of(arguments.split("\\s+")).filter(word -> !word.isEmpty()).toList());
    command.addAll(List.of("--port", "0", "--tls-port", "0"));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    open.add(() -> process.destroyForcibly().onExit().join());
    var output = process.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.contains("ready at ")) {
        String[] addresses = line.substring(line.indexOf("http")).split(" and ", -1);
        baseUrl = addresses[0];
        tlsUrl = addresses.length > 1 ? addresses[1] : SHOWN_TLS;
        return;
      }
    }
    throw new AssertionError("the mock did not start with '" + arguments + "'");
  }

  /** Returns the begin of a command that runs a class, of those under test or of those named. */
  static List<String> java(String main, Path... more) {
    String path =
        Stream.concat(Stream.of(more).map(Path::toString), Stream.of(CLASS_PATH))
            .collect(Collectors.joining(File.pathSeparator));
    return Stream.of(List.of(Programs.JAVA), QUICK, List.of("-cp", path, main))
        .flatMap(List::stream)
        .toList();
  }

  /** Returns a fixture as text. */
  static String fixture(String name) {
    try {
      return Files.readString(FIXTURES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a program to its end in the working folder and keeps what it prints.
   *
   * @return its exit code
   */
  int run(List<String> command, Map<String, String> variables)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, ".printed", "");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("MOCK", baseUrl());
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.remove("SEEDANCE_API_KEY");
    environment.putAll(variables);
    environment.merge(
        "PATH", folder.resolve("node_modules/.bin").toString(), (old, mine) -> mine + ":" + old);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new AssertionError("still running after two minutes: " + command);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    printed = Files.readString(output).replace(tlsUrl, SHOWN_TLS).replace(baseUrl(), SHOWN);
    return process.exitValue();
  }

  @Override
  public void close() {
    open.forEach(Runnable::run);
  }
}
