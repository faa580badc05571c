package dev.seedance.contract.verify;

/** Is told how a verification goes on. */
public interface Listener {

  /** A check begins. */
  void begins(Check check);

  /** A check is over. */
  void ended(Result result);

  /** Tells nobody. */
  Listener NONE =
      new Listener() {
        @Override
        public void begins(Check check) {}

        @Override
        public void ended(Result result) {}
      };
}
