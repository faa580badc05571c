package dev.seedance.mock.account;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Stored;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form in which a store keeps an account: the balance, and each refund by itself. */
final class AccountForm implements Stored<Account> {

  static final String BALANCE = "balance";
  static final String REFUND = "refund/";

  /**
   * The balance, without the refunds to come.
   *
   * @param limit its money, spent or not; null if spending is not limited
   * @param used money that was spent and not refunded
   */
  record Balance(@Nullable Usd limit, Usd used) {}

  @Override
  public List<String> keys(Account state) {
    return Stream.concat(
            Stream.of(BALANCE),
            state.save().refunds().stream().map(refund -> REFUND + refund.taskId()))
        .toList();
  }

  @Override
  public @Nullable Object find(Account state, String key) {
    if (key.equals(BALANCE)) {
      return state.balance();
    }
    return state.refund(key.substring(REFUND.length()));
  }

  @Override
  public Class<?> type(String key) {
    return key.equals(BALANCE) ? Balance.class : Account.Refund.class;
  }

  @Override
  public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
    var balance = (Balance) Objects.requireNonNull(documents.get(BALANCE));
    List<Account.Refund> refunds =
        documents.values().stream()
            .filter(Account.Refund.class::isInstance)
            .map(Account.Refund.class::cast)
            .toList();
    var whole = new Account.Document(balance.limit(), balance.used(), refunds);
    return () -> sandbox.get(Account.class).restore(whole);
  }
}
