package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.StoreException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of connections to one database, made when they are needed. Thread-safe.
 *
 * <p>The one that was used last is used next, so that little work has one connection with its
 * prepared statements. One that fails is closed.
 */
final class SessionPool implements AutoCloseable {

  /** Opens a connection. */
  @FunctionalInterface
  interface Opener {
    Session open() throws SQLException;
  }

  /** Work in the database. All of it can be repeated. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T in(Session session) throws SQLException;
  }

  /** Failed connections; ends by an operator, a stop, or silence in a transaction. */
  private static final List<String> LOST = List.of("08", "57P", "25P03");

  private final Opener opener;
  private final Explanations explanations;
  private final Semaphore places;
  private final BlockingDeque<Session> idle = new LinkedBlockingDeque<>();
  private final int most;
  private volatile boolean closed;

  SessionPool(int most, Opener opener, Explanations explanations) {
    this.opener = opener;
    this.explanations = explanations;
    this.most = most;
    places = new Semaphore(most, true);
  }

  /** Does work in one transaction. */
  <T extends @Nullable Object> T transact(Work<T> work) {
    return run(
        session -> {
          session.connection().setAutoCommit(false);
          T result = work.in(session);
          session.connection().commit();
          session.connection().setAutoCommit(true);
          return result;
        });
  }

  /** Does work of one statement, or of statements that stand alone. */
  <T extends @Nullable Object> T run(Work<T> work) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the server stops", e);
    }
    try {
      if (closed) {
        throw new StoreException("the store is closed, because the server stops");
      }
      return inAnySession(work);
    } catch (SQLException e) {
      throw explanations.explain(e);
    } finally {
      places.release();
    }
  }

  private <T extends @Nullable Object> T inAnySession(Work<T> work) throws SQLException {
    Session used = idle.pollFirst();
    if (used != null) {
      try {
        return in(used, work);
      } catch (SQLException e) {
        if (!isLostConnection(e)) {
          throw e;
        }
        closeIdle(); // the database was started anew: the others are lost too
      }
    }
    return in(opener.open(), work);
  }

  private <T extends @Nullable Object> T in(Session session, Work<T> work) throws SQLException {
    boolean done = false;
    try {
      T result = work.in(session);
      done = true;
      return result;
    } finally {
      if (done && !closed) {
        idle.addFirst(session);
      } else {
        session.close();
      }
    }
  }

  /**
   * Tells if the connection had ended before it was used. One that gives no answer is another
   * matter: a second one would take as long.
   */
  private static boolean isLostConnection(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return LOST.stream().anyMatch(state::startsWith)
        && !(failure.getCause() instanceof SocketTimeoutException);
  }

  private void closeIdle() {
    for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      session.close();
    }
  }

  /** Waits for the work under way, which has time limits, and refuses what comes later. */
  @Override
  public void close() {
    closed = true;
    places.acquireUninterruptibly(most);
    closeIdle();
    places.release(most);
  }
}
