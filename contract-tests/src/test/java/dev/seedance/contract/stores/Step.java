package dev.seedance.contract.stores;

/** A request that changes a sandbox, or asks for something. */
interface Step {

  /** Sends it, and enters what was acknowledged into the ledger. */
  void send() throws Unacknowledged;

  /**
   * Finds out if it has happened, after it was sent without an acknowledgement, and enters that.
   * Fails if it has happened in part. It may be repeated.
   */
  void settle() throws Unacknowledged;

  /** Makes a step that changes nothing, so that nothing is left to find out. */
  static Step reading(Patience.Attempt request) {
    return of(request, () -> {});
  }

  /** Makes a step of its two halves. */
  static Step of(Patience.Attempt send, Patience.Attempt settle) {
    return new Step() {
      @Override
      public void send() throws Unacknowledged {
        send.run();
      }

      @Override
      public void settle() throws Unacknowledged {
        settle.run();
      }
    };
  }
}
