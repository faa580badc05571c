package dev.seedance.mock.store.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The differences between the databases.
 *
 * @param driver the name of its folder
 * @param bytes the type of a column of bytes
 * @param now an expression for the database's time in microseconds; empty if the program tells it
 * @param arrays if many rows are one statement with an array a column; else they are a batch
 * @param lockRows ends a query whose rows nobody else may change until the transaction ends
 * @param lockFreeRows the same, and leaves out rows that somebody else has locked
 * @param lockSchema waits until no other server makes or migrates the tables
 * @param greeting the statements that a connection begins with
 */
record Dialect(
    String driver,
    String bytes,
    String now,
    boolean arrays,
    String lockRows,
    String lockFreeRows,
    String lockSchema,
    String check,
    List<String> greeting) {

  /** The time in which a statement has to be done. */
  private static final int STATEMENT_MILLIS = 5_000;

  /** The time after which a transaction ends in which nothing is said. */
  private static final int SILENCE_MILLIS = 1_000;

  static final Dialect SQLITE =
      new Dialect(
          "sqlite",
          "BLOB",
          "",
          false,
          "",
          "",
          "SELECT 1",
          "PRAGMA quick_check(1)",
          List.of(
              "PRAGMA journal_mode = WAL",
              "PRAGMA synchronous = FULL",
              "PRAGMA busy_timeout = " + STATEMENT_MILLIS));

  /**
   * A server that freezes within a transaction would keep its locks, and so its sandboxes; the
   * database ends such a transaction.
   */
  static final Dialect POSTGRESQL =
      new Dialect(
          "postgresql",
          "BYTEA",
          "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::BIGINT",
          true,
          " FOR NO KEY UPDATE",
          " FOR NO KEY UPDATE SKIP LOCKED",
          "SELECT pg_advisory_xact_lock(7361832915)",
          "",
          List.of(
              "SET statement_timeout = " + STATEMENT_MILLIS,
              "SET idle_in_transaction_session_timeout = " + SILENCE_MILLIS));

  /** Returns the same with one more statement that each connection begins with. */
  Dialect with(String statement) {
    List<String> statements = new ArrayList<>(greeting);
    statements.add(statement);
    return new Dialect(
        driver, bytes, now, arrays, lockRows, lockFreeRows, lockSchema, check, statements);
  }

  /**
   * Returns the rows of a statement such as {@code INSERT INTO t (a, b) ROWS} or {@code WHERE (a,
   * b) IN (ROWS)}.
   *
   * @param columns of a row
   */
  String rows(List<Column> columns) {
    return arrays
        ? columns.stream()
            .map(column -> "?::" + column.type() + "[]")
            .collect(Collectors.joining(", ", "SELECT * FROM unnest(", ")"))
        : "VALUES (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
  }
}
