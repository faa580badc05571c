package dev.seedance.mock.store;

/** All that holds for every store. */
public abstract class SandboxStoreSuite
    implements LeaseSuite, DocumentSuite, StoreRaceSuite, StoredFileSuite {}
