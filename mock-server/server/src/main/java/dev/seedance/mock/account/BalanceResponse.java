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

  private static final int CREDITS_PER_USD = 200;

  static BalanceResponse of(Account.Statement statement) {
    Usd remaining = statement.remaining().orElse(Usd.ZERO);
    return new BalanceResponse(
        true,
        remaining.dollars(),
        statement.used().dollars(),
        remaining.credits(CREDITS_PER_USD),
        statement.used().credits(CREDITS_PER_USD),
        CREDITS_PER_USD,
        statement.remaining().isEmpty());
  }
}
