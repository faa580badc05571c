package dev.seedance.mock.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;

/** The balance of section 5 of the contract, as it goes over the wire. */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
record BalanceAnswer(
    boolean success,
    double remainBalance,
    double usedBalance,
    double remainCredits,
    double usedCredits,
    int creditsPerUsd,
    boolean unlimitedQuota) {

  private static final int CREDITS_PER_USD = 200;

  static BalanceAnswer of(Account.Statement statement) {
    Usd remaining = statement.remaining().orElse(Usd.ZERO);
    return new BalanceAnswer(
        true,
        remaining.dollars(),
        statement.used().dollars(),
        remaining.credits(CREDITS_PER_USD),
        statement.used().credits(CREDITS_PER_USD),
        CREDITS_PER_USD,
        statement.remaining().isEmpty());
  }
}
