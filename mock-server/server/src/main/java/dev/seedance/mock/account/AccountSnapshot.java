package dev.seedance.mock.account;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The money of a sandbox, in millionths of a dollar. */
@Factory
final class AccountSnapshot {

  @Singleton
  SnapshotPart<Account.State> account() {
    return SnapshotPart.of(
        "account",
        Account.State.class,
        sandbox -> sandbox.account().save(),
        (sandbox, state) -> sandbox.account().restore(state));
  }
}
