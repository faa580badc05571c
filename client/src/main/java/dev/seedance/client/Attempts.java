package dev.seedance.client;

import dev.seedance.client.error.SeedanceException;

/** Follows the attempts of a call. */
interface Attempts {

  /** Follows nothing. */
  Attempts UNWATCHED =
      new Attempts() {
        @Override
        public void begins() {}

        @Override
        public void failed(SeedanceException failure) {}
      };

  /** An attempt is about to be sent. */
  void begins();

  /** The attempt has failed; another one may follow. */
  void failed(SeedanceException failure);
}
