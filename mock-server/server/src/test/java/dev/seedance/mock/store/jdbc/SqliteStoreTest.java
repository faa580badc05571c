package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.TestTime;
import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStoreSuite;
import dev.seedance.mock.time.RealTime;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends SandboxStoreSuite {

  private final RealTime time = new RealTime(new TestTime());
  private SandboxStore store;

  @BeforeEach
  void open(@TempDir Path folder) {
    String path = folder.resolve("a path with blanks").toString();
    store = Stores.open(MockCommand.read("--data", path), time);
  }

  @AfterEach
  void close() {
    store.close();
    time.close();
  }

  @Override
  public SandboxStore store() {
    return store;
  }
}
