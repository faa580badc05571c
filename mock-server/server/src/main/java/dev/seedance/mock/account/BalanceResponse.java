package dev.seedance.mock.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;

/** The balance in a response: section 5 of the contract. */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
record BalanceResponse(
    boolean success,
    double remainBalance,
    double usedBalance,
    double remainCredits,
    double usedCredits,
    int creditsPerUsd,
    boolean unlimitedQuota) {

  /**
   * Returns the balance of a statement.
   *
   * @param unlimited what is left in dollars where spending is not limited; credits are 0 then
   */
  static BalanceResponse of(Account.Statement statement, double unlimited) {
    return new BalanceResponse(
        true,
        statement.remaining().map(Usd::dollars).orElse(unlimited),
        statement.used().dollars(),
        statement.remaining().orElse(Usd.ZERO).credits(),
        statement.used().credits(),
        Usd.CREDITS_PER_USD,
        statement.remaining().isEmpty());
  }
}
