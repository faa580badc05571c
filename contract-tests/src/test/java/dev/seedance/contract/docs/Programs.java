package dev.seedance.contract.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The programs that listings and scripts need beside Java. If one is missing, the listing is left
 * out, unless {@code SEEDANCE_REQUIRE_LISTINGS=true} says that all are there.
 */
public final class Programs {

  /** The folder of the packages that npm has installed for the listings; it may be missing. */
  public static final Path NODE_MODULES =
      Page.ROOT.resolve("contract-tests/src/test/npm/node_modules");

  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Map<List<String>, Boolean> TRIED = new ConcurrentHashMap<>();

  private Programs() {}

  /** Leaves the test out, or fails it, if something is missing. */
  public static void require(boolean there, String what) {
    if (!there && Boolean.parseBoolean(System.getenv("SEEDANCE_REQUIRE_LISTINGS"))) {
      throw new AssertionFailedError(
          what + " is missing, and SEEDANCE_REQUIRE_LISTINGS says that it must be there");
    }
    if (!there) {
      throw new TestAbortedException(what + " is missing: not run");
    }
  }

  static <T> T require(Optional<T> program, String what) {
    require(program.isPresent(), what);
    return program.orElseThrow();
  }

  /** Returns true if a command is there and exits with 0. */
  public static boolean runs(String... command) {
    return TRIED.computeIfAbsent(List.of(command), Programs::succeeds);
  }

  /** Runs a command on a text and returns all that it prints. */
  public static String filter(List<String> command, String text) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Returns a port for a program that takes no 0 for a free one. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Returns a Python 3 that has the modules; a system may have more than one. */
  static Optional<String> python(String... modules) {
    String imports =
        Stream.of(modules).map(name -> "import " + name + ";").reduce("", String::concat);
    return Stream.of("python3", "/usr/bin/python3")
        .filter(
            python -> runs(python, "-c", imports + "import sys; assert sys.version_info >= (3, 8)"))
        .findFirst();
  }

  /** Returns the command that runs a file of TypeScript: Node itself if it can, else tsx. */
  static Optional<List<String>> typescript() {
    if (runs("node", "--eval", "process.exit(process.features.typescript ? 0 : 1)")) {
      return Optional.of(List.of("node", "--disable-warning=ExperimentalWarning"));
    }
    Path tsx = NODE_MODULES.resolve(".bin/tsx");
    return Files.exists(tsx) ? Optional.of(List.of(tsx.toString())) : Optional.empty();
  }

  static Optional<String> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .filter(browser -> runs(browser, "--version"))
        .findFirst();
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
