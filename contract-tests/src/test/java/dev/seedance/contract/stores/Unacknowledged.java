package dev.seedance.contract.stores;

/** A request without an acknowledgement: it has happened, or it has not. */
final class Unacknowledged extends Exception {

  private static final long serialVersionUID = 1L;

  Unacknowledged(String why) {
    super(why);
  }
}
