package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The native library of SQLite, which its driver copies from the jar to a folder and loads.
 *
 * <p>The data folder is tried first, because the server can write there in any case; a container
 * often has a temporary folder from which no program may run, or none.
 */
final class SqliteLibrary {

  /** The driver copies the library to this folder. */
  private static final String FOLDER = "org.sqlite.tmpdir";

  private SqliteLibrary() {}

  /**
   * Loads the library, once in a process.
   *
   * @param folder of the server's own
   * @throws StoreException if no folder serves
   */
  static synchronized void load(Path folder) {
    Driver driver = Drivers.load(Dialect.SQLITE.driver());
    if (System.getProperty(FOLDER) != null) {
      if (!isLoaded(driver)) {
        throw unloadable("'" + System.getProperty(FOLDER) + "'");
      }
      return;
    }
    System.setProperty(FOLDER, folder.toString());
    try {
      if (isLoaded(driver)) {
        return;
      }
    } finally {
      System.clearProperty(FOLDER); // another program in this process may have an SQLite too
    }
    if (!isLoaded(driver)) {
      throw unloadable("'%s' or '%s'".formatted(folder, System.getProperty("java.io.tmpdir")));
    }
  }

  private static boolean isLoaded(Driver driver) {
    var log = Logger.getLogger("org.sqlite");
    Level before = log.getLevel();
    log.setLevel(Level.OFF); // the message of the exception says it
    try {
      return (boolean)
          driver
              .getClass()
              .getClassLoader()
              .loadClass("org.sqlite.SQLiteJDBCLoader")
              .getMethod("initialize")
              .invoke(null);
    } catch (InvocationTargetException e) {
      return false;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      log.setLevel(before);
    }
  }

  private static StoreException unloadable(String folders) {
    return new StoreException(
        "the library of SQLite (for Linux, macOS and Windows on x86_64 and aarch64) can't be loaded from %s; give a folder from which programs may run: java -D%s=DIR"
            .formatted(folders, FOLDER));
  }
}
