package dev.seedance.mock.store.jdbc;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.StoreOptions;
import dev.seedance.mock.store.jdbc.Database.Address;
import dev.seedance.mock.time.RealTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/**
 * A schema of its own in a PostgreSQL database, if {@code SEEDANCE_TEST_DATABASE} has a URL of one,
 * with user and password in it.
 */
final class TestDatabase implements AutoCloseable {

  private final String url;
  private final String schema = "test_" + UUID.randomUUID().toString().replace('-', '_');

  private TestDatabase(String url) {
    this.url = url;
    execute("CREATE SCHEMA " + schema);
  }

  /**
   * Opens a database.
   *
   * <p>Skips the test without one, or fails it where the environment says that there must be one.
   */
  static TestDatabase require() {
    String url = System.getenv("SEEDANCE_TEST_DATABASE");
    if (url == null) {
      if (Boolean.parseBoolean(System.getenv("SEEDANCE_REQUIRE_DATABASE"))) {
        fail("SEEDANCE_REQUIRE_DATABASE is true, but SEEDANCE_TEST_DATABASE names none");
      }
      abort("SEEDANCE_TEST_DATABASE names no PostgreSQL database");
    }
    return new TestDatabase(url);
  }

  /** Returns the options of a server that keeps its sandboxes in the schema. */
  OptionValues options() {
    return MockCommand.read(
        StoreOptions.DATABASE.flag(),
        url + "&currentSchema=" + schema + "&ApplicationName=" + schema);
  }

  Address address() {
    return Stores.server(Objects.requireNonNull(options().get(StoreOptions.DATABASE)), null, null);
  }

  JdbcStore open(RealTime time) {
    return (JdbcStore) Stores.open(options(), time);
  }

  /** Runs a statement in the schema. */
  void execute(String sql) {
    try (Connection connection = Drivers.load("postgresql").connect(url, new Properties());
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + schema);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the connections of every store in the schema. */
  void endConnections() {
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '%s'"
            .formatted(schema));
  }

  /** Returns the URL of the database, with user and password in it. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    execute("DROP SCHEMA " + schema + " CASCADE");
  }
}
