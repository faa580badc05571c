package dev.seedance.contract.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A mock server in a process of its own: the runnable jar, as users start it. */
final class ServerProcess implements AutoCloseable {

  private static final String READY = "ready at ";
  private static final Path BUILT = Path.of("..", "mock-server", "server", "target");

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a server; it may not listen yet.
   *
   * @param log the file that its lines go to
   */
  static ServerProcess launch(Path log, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The many starts of a trial matter here, not the speed of a warm server.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar"));
    command.add(jar().toString());
    command.addAll(options);
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new ServerProcess(process, log);
  }

  private static Path jar() throws IOException {
    try (Stream<Path> built = Files.list(BUILT)) {
      return built
          .filter(file -> file.getFileName().toString().endsWith("-cli.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no runnable jar: build mock-server first"));
    }
  }

  /** Waits until it listens; false if it ended before. */
  boolean awaitReady() {
    BufferedReader lines = process.inputReader(UTF_8);
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(READY)) {
          return true;
        }
      }
    } catch (IOException e) {
      return false; // the stream closes with a killed process
    }
    return false;
  }

  /** Kills it, which it can't notice. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to stop, and waits for its end. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the server did not stop within 30 s of SIGTERM\n" + log());
    }
    return process.exitValue();
  }

  /** Sends a signal that Java has no method for, such as STOP or CONT. */
  void signal(String name) throws IOException, InterruptedException {
    int code = new ProcessBuilder("kill", "-" + name, pid()).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("kill -%s %s ended with %d".formatted(name, pid(), code));
    }
  }

  String pid() {
    return Long.toString(process.pid());
  }

  /** Returns the lines that it has written to its error stream. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
