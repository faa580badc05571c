package dev.seedance.contract.verify;

/** A listener to the progress of a verification. */
public interface Listener {

  /** Handles the begin of a check. */
  void begins(Check check);

  /** Handles the end of a check. */
  void ended(Result result);

  /** A listener that ignores everything. */
  Listener NONE =
      new Listener() {
        @Override
        public void begins(Check check) {}

        @Override
        public void ended(Result result) {}
      };
}
