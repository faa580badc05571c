package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.StoreException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as the steps that made them: the version of a store is the number of those that it
 * has. A step is never changed; a change is one more.
 */
final class Schema {

  /** Every step, oldest first. In each, %s is the type of a column of bytes. */
  static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE mock_sandbox (
            id TEXT PRIMARY KEY,
            seed BIGINT NOT NULL,
            epoch BIGINT NOT NULL,
            owner TEXT,
            address TEXT,
            until BIGINT NOT NULL,
            next_due BIGINT,
            used_at BIGINT NOT NULL);
          CREATE INDEX mock_sandbox_owner ON mock_sandbox (owner);
          CREATE INDEX mock_sandbox_next_due ON mock_sandbox (next_due) WHERE next_due IS NOT NULL;
          CREATE TABLE mock_document (
            sandbox TEXT NOT NULL,
            part TEXT NOT NULL,
            key TEXT NOT NULL,
            ord BIGINT NOT NULL,
            json %1$s NOT NULL,
            sum BIGINT NOT NULL,
            PRIMARY KEY (sandbox, part, key));
          CREATE TABLE mock_chunk (
            sandbox TEXT NOT NULL,
            name TEXT NOT NULL,
            n BIGINT NOT NULL,
            bytes %1$s NOT NULL,
            sum BIGINT NOT NULL,
            PRIMARY KEY (sandbox, name, n));
          CREATE TABLE mock_member (
            id TEXT PRIMARY KEY,
            address TEXT NOT NULL,
            seen_at BIGINT NOT NULL,
            until BIGINT NOT NULL)
          """);

  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS mock_version (version BIGINT NOT NULL, program TEXT NOT NULL)";

  private Schema() {}

  /** Returns the version of this program. */
  static String program() {
    String version = Schema.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  /**
   * Makes the tables, or brings them up to date.
   *
   * @param steps all that this program knows
   * @param program its version, for the message of an older one
   * @throws StoreException if a newer program has made them; nothing is changed then
   */
  static void migrate(Database database, List<String> steps, String program) {
    database.change(session -> migrate(session, database.dialect(), steps, program));
  }

  private static boolean migrate(
      Session session, Dialect dialect, List<String> steps, String program) throws SQLException {
    session.query(dialect.lockSchema(), row -> 0);
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(VERSIONS);
      record Version(int number, String program) {}
      List<Version> versions =
          session.query(
              "SELECT version, program FROM mock_version",
              row -> new Version(row.getInt(1), row.getString(2)));
      int version = versions.isEmpty() ? 0 : versions.get(0).number();
      if (version > steps.size()) {
        throw new StoreException(
            "the store has schema version %d, written by seedance mock %s; this is seedance mock %s, which reads versions up to %d: start the newer program, or give another store"
                .formatted(version, versions.get(0).program(), program, steps.size()));
      }
      for (String step : steps.subList(version, steps.size())) {
        for (String sql : step.formatted(dialect.bytes()).split(";", -1)) {
          statement.execute(sql);
        }
      }
      session.update("DELETE FROM mock_version"); // in any case: a store that takes no writes is
      session.update( // refused at the start, not at the first request
          "INSERT INTO mock_version VALUES (?, ?)", (long) steps.size(), program);
      return version < steps.size();
    }
  }
}
