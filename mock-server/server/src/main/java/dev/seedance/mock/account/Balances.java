package dev.seedance.mock.account;

import dev.seedance.mock.http.ControlBody;
import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;

/** Shows and sets the balance of a sandbox. */
@Singleton
final class Balances {

  private final Revisions revisions;

  Balances(Revisions revisions) {
    this.revisions = revisions;
  }

  BalanceResponse show(Sandbox sandbox) {
    return BalanceResponse.of(
        sandbox.atomically(() -> sandbox.get(Account.class).at(sandbox.clock().instant())),
        revisions.of(sandbox).responses().unlimitedBalance());
  }

  /**
   * Sets the balance.
   *
   * @param body a {@link BalanceSetting}
   * @throws dev.seedance.mock.http.ApiException 400 if the body is no such setting
   */
  BalanceResponse set(Sandbox sandbox, byte[] body) {
    BalanceSetting setting = ControlBody.read(body, BalanceSetting.class);
    sandbox.atomically(
        () -> sandbox.get(Account.class).setRemaining(setting.amount(), sandbox.clock().instant()));
    return show(sandbox);
  }
}
