package dev.seedance.mock.account;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The account of a sandbox. */
@Singleton
final class AccountFeature extends SandboxFeature<Account, Account.Document> {

  private final OptionValues options;

  AccountFeature(OptionValues options) {
    super("account", Account.class, Account.Document.class);
    this.options = options;
  }

  @Override
  protected Account create(Sandbox sandbox) {
    return new Account(
        options.get(MockOptions.BALANCE).map(Usd::of).orElse(null),
        sandbox.heldBytes(),
        sandbox.changesOf(this));
  }

  @Override
  public Optional<Stored<Account>> stored() {
    return Optional.of(new AccountForm());
  }

  @Override
  public Account.Document save(Account state) {
    return state.save();
  }

  @Override
  public Runnable restore(Sandbox sandbox, Account.Document document) {
    return () -> sandbox.get(Account.class).restore(document);
  }
}
