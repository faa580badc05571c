package dev.seedance.contract.pact;

/** Names that the two sides of the pacts share. */
final class Pacts {

  static final String CONSUMER = "seedance-client";
  static final String PROVIDER = "seedance-api";

  static final String KEY = "pact-key";
  static final String BEARER = "Bearer " + KEY;

  /** Provider state: a task has completed; its parameter is {@link #BUSINESS_ID}. */
  static final String COMPLETED_TASK = "a task has completed";

  static final String BUSINESS_ID = "client_business_id";

  private Pacts() {}
}
