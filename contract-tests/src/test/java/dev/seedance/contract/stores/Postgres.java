package dev.seedance.contract.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seedance.contract.docs.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of this test, which may stop it: {@code contract-tests/stores/postgres.sh}. */
final class Postgres implements AutoCloseable {

  /** Of the servers that use it: short, because tests wait for its end. */
  static final Duration LEASE = Duration.ofSeconds(3);

  private static final Path SCRIPT = Path.of("stores", "postgres.sh").toAbsolutePath();

  private final Path folder;

  private Postgres(Path folder) {
    this.folder = folder;
  }

  /** Starts one; leaves the test out if this machine has none. */
  static Postgres start() throws IOException {
    Programs.require(
        Files.isDirectory(Path.of("/usr/lib/postgresql")) || Programs.runs("pg_ctl", "--version"),
        "PostgreSQL");
    // Not in a folder that only this user may enter: root has PostgreSQL run as another one.
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "seedance-pg-" + System.nanoTime());
    var postgres = new Postgres(folder);
    postgres.run("start");
    return postgres;
  }

  /** Returns the options of servers that use a database. */
  Storage storage(String database) throws IOException {
    String url = run("url").replaceFirst("/seedance$", "/" + database);
    return new Storage(
        "PostgreSQL",
        List.of(
            "--database",
            url,
            "--database-user",
            "seedance",
            "--database-password",
            "seedance",
            "--lease",
            LEASE.toString()));
  }

  /** Makes an empty database. */
  Storage fresh(String database) throws IOException {
    sql("CREATE DATABASE " + database);
    return storage(database);
  }

  String sql(String statement) throws IOException {
    return run("sql", statement);
  }

  void stop(String mode) throws IOException {
    run("stop", mode);
  }

  void startAgain() throws IOException {
    run("start");
  }

  private String run(String command, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(SCRIPT.toString(), command, folder.toString()));
    words.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("%s failed: %s".formatted(words, printed));
    }
    return printed;
  }

  @Override
  public void close() throws IOException {
    run("delete");
  }
}
