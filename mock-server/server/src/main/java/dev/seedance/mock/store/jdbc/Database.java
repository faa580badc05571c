package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.jdbc.SessionPool.Work;
import dev.seedance.mock.time.RealTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A database: its connections, and its time. Thread-safe.
 *
 * <p>The groups of documents have a connection of their own, so that nothing else keeps them
 * waiting. In a file all that writes shares that one, because SQLite has one writer at a time.
 */
final class Database implements AutoCloseable {

  /** The address of a database. */
  record Address(Dialect dialect, String url, Properties properties, Explanations explanations) {}

  private static final int CONNECTIONS = 4;

  private final Address address;
  private final RealTime realTime;
  private final SessionPool groups;
  private final SessionPool changes;
  private final SessionPool reads;

  /** The database's time minus the flow of real time, by the last answer. */
  private volatile Duration ahead;

  Database(Address address, RealTime realTime) {
    this.address = address;
    this.realTime = realTime;
    groups = new SessionPool(1, this::open, address.explanations());
    reads = new SessionPool(CONNECTIONS, this::open, address.explanations());
    changes = isShared() ? reads : groups;
    ahead = Duration.between(Instant.EPOCH, realTime.instant()).minus(realTime.flowed());
  }

  Dialect dialect() {
    return address.dialect();
  }

  Explanations explanations() {
    return address.explanations();
  }

  /**
   * Looks through the whole database for damage.
   *
   * @throws dev.seedance.mock.store.StoreException if there is any
   */
  void requireSound() {
    String check = dialect().check();
    if (!check.isEmpty()) {
      List<String> findings = read(session -> session.query(check, row -> row.getString(1)));
      if (!findings.equals(List.of("ok"))) {
        throw explanations().broken(String.join(" ", findings));
      }
    }
  }

  /** Returns true if the database is not this process's own. */
  boolean isShared() {
    return !dialect().now().isEmpty();
  }

  /** Does work in one transaction that waits for no other work than groups. */
  <T extends @Nullable Object> T writeGroup(Work<T> work) {
    return groups.transact(work);
  }

  <T extends @Nullable Object> T change(Work<T> work) {
    return changes.transact(work);
  }

  <T extends @Nullable Object> T read(Work<T> work) {
    return reads.run(work);
  }

  /** Returns an expression for the time in microseconds. */
  String time() {
    return isShared() ? dialect().now() : Long.toString(micros(realTime.instant()));
  }

  /** Returns the database's time without a question to it. */
  Instant now() {
    return Instant.EPOCH.plus(ahead.plus(realTime.flowed()));
  }

  /** Asks the database for its time. */
  void setClock() {
    long micros = read(session -> session.query("SELECT " + time(), row -> row.getLong(1))).get(0);
    ahead = Duration.of(micros, ChronoUnit.MICROS).minus(realTime.flowed());
  }

  private Session open() throws SQLException {
    Connection connection =
        Drivers.load(dialect().driver()).connect(address.url(), address.properties());
    var session = new Session(connection, dialect());
    try (var statement = connection.createStatement()) {
      for (String greeting : dialect().greeting()) {
        statement.execute(greeting);
      }
    } catch (SQLException e) {
      session.close();
      throw e;
    }
    return session;
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    groups.close();
    reads.close();
  }
}
