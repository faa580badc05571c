package dev.seedance.mock.store;

import dev.seedance.mock.TestTime;

class MemoryStoreTest extends SandboxStoreSuite {

  private final SandboxStore store = new MemoryStore(new TestTime(), true);

  @Override
  public SandboxStore store() {
    return store;
  }
}
