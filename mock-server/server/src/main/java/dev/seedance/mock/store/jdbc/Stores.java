package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.options.DatabaseUrl;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.StoreOptions;
import dev.seedance.mock.store.MemoryStore;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.jdbc.Database.Address;
import dev.seedance.mock.time.RealTime;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens the store that the options ask for. */
public final class Stores {

  private Stores() {}

  /**
   * Opens a store; in memory if no option names another.
   *
   * @throws dev.seedance.mock.store.StoreException if it can't be opened; the message says why and
   *     what to do
   */
  public static SandboxStore open(OptionValues options, RealTime realTime) {
    @Nullable String folder = options.get(StoreOptions.DATA);
    if (folder != null) {
      return inFolder(folder, realTime);
    }
    @Nullable DatabaseUrl url = options.get(StoreOptions.DATABASE);
    if (url != null) {
      Address address =
          server(
              url,
              options.get(StoreOptions.DATABASE_USER),
              options.get(StoreOptions.DATABASE_PASSWORD));
      return open(address, realTime, () -> {});
    }
    return new MemoryStore(realTime, false);
  }

  private static JdbcStore inFolder(String path, RealTime realTime) {
    DataFolder folder = DataFolder.open(path);
    try {
      SqliteLibrary.load(folder.libraryFolder());
      if (!folder.hasFile()) {
        folder.removeUnfinished();
        open(file(folder.newFile()), realTime, () -> {}).close();
        folder.publish();
      }
      return open(file(folder.file()), realTime, folder::close);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  static Address file(Path file) {
    return new Address(
        Dialect.SQLITE,
        "jdbc:sqlite:" + file.toAbsolutePath(),
        new Properties(),
        Explanations.ofFile("the store '%s'".formatted(file)));
  }

  static Address server(DatabaseUrl url, @Nullable String user, @Nullable String password) {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "seedance-mock");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("socketTimeout", "6");
    properties.setProperty("tcpKeepAlive", "true");
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return new Address(
        Dialect.POSTGRESQL,
        url.text(),
        properties,
        Explanations.ofServer("the database at " + url.place()));
  }

  static JdbcStore open(Address address, RealTime realTime, Runnable onClose) {
    var database = new Database(address, realTime);
    try {
      database.requireSound();
      Schema.migrate(database, Schema.STEPS, Schema.program());
      database.setClock();
      if (!database.isShared()) {
        new Leases(database).freeAll();
      }
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return new JdbcStore(database, onClose);
  }
}
