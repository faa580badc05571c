package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStoreSuite;
import dev.seedance.mock.time.RealTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresqlStoreTest extends SandboxStoreSuite {

  private TestDatabase database;
  private RealTime time;
  private SandboxStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.require();
    time = new RealTime(RealTime.ofThisMachine());
    store = database.open(time);
  }

  @AfterEach
  void close() {
    if (database != null) {
      store.close();
      time.close();
      database.close();
    }
  }

  @Override
  public SandboxStore store() {
    return store;
  }
}
