package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.StoreException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;

/**
 * Says what a refusal of a database means to whoever runs the server.
 *
 * @param store names the store in messages; no secret is part of it
 * @param reasons in the order in which they are tried
 */
record Explanations(String store, List<Reason> reasons) {

  /**
   * The meaning of a code.
   *
   * @param code begins an SQLSTATE, or is a code of SQLite
   */
  private record Reason(String code, String what, String advice) {}

  static final String RESTORE =
      "put a backup in its place, or move it away to begin with an empty store";

  private static final List<Reason> SQLITE =
      List.of(
          new Reason("SQLITE_BUSY", "is locked by another program", "close that program"),
          new Reason(
              "SQLITE_READONLY",
              "can't be written to",
              "let the user of this server write to the folder and its files"),
          new Reason("SQLITE_FULL", "has no room: the disk is full", "make room on the disk"),
          new Reason("SQLITE_CORRUPT", "is broken", RESTORE),
          new Reason("SQLITE_NOTADB", "is broken: it is no SQLite file", RESTORE),
          new Reason(
              "SQLITE_CANTOPEN",
              "can't be opened",
              "let the user of this server read and write the folder and its files"),
          new Reason("SQLITE_IOERR", "can't be read or written", "see if the disk is sound"));

  private static final List<Reason> POSTGRESQL =
      List.of(
          new Reason(
              "28",
              "refuses the user or the password",
              "check --database-user and --database-password"),
          new Reason("3D000", "does not exist", "create it, or correct --database"),
          new Reason(
              "08004",
              "asks for a user and a password",
              "give --database-user and --database-password"),
          new Reason(
              "3F000",
              "has no schema for the tables",
              "let this user make tables in one, or name one by currentSchema in the URL"),
          new Reason("08", "can't be reached", "start it, or correct --database"),
          new Reason("57P", "is starting or stopping", "wait until it runs"),
          new Reason("53100", "has no room: its disk is full", "make room there"),
          new Reason(
              "53300",
              "has no connection left",
              "raise its max_connections: a server takes up to 5"),
          new Reason(
              "42501",
              "does not let this user make or use tables",
              "make the user the owner of the database"),
          new Reason(
              "25006", "takes no writes", "give the address of the primary, not of a standby"),
          new Reason("57014", "takes too long", "see what keeps it busy"));

  static Explanations ofFile(String store) {
    return new Explanations(store, SQLITE);
  }

  static Explanations ofServer(String store) {
    return new Explanations(store, POSTGRESQL);
  }

  /** Returns what to say of damage. */
  StoreException broken(String what) {
    return new StoreException("%s is broken: %s; %s".formatted(store, what, RESTORE));
  }

  StoreException explain(SQLException failure) {
    if (failure.getCause() instanceof UnknownHostException) {
      return new StoreException(
          "%s can't be reached: no such host; correct --database".formatted(store), failure);
    }
    String message = String.valueOf(failure.getMessage()).strip();
    String codes = failure.getSQLState() + " " + message;
    return reasons.stream()
        .filter(
            reason -> codes.startsWith(reason.code()) || message.startsWith("[" + reason.code()))
        .findFirst()
        .map(
            reason ->
                new StoreException(
                    "%s %s (%s); %s".formatted(store, reason.what(), message, reason.advice()),
                    failure))
        .orElseGet(() -> new StoreException("%s refuses (%s)".formatted(store, message), failure));
  }
}
