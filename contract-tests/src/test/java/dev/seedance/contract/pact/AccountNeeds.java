package dev.seedance.contract.pact;

import static dev.seedance.contract.pact.Bodies.failure;
import static dev.seedance.contract.pact.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.api.AccountApi;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.model.Balance;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Balances of key and account. */
final class AccountNeeds {

  private AccountNeeds() {}

  static List<Need> all() {
    return List.of(
        balance("the key", "/v1/balance", SeedanceClient::balance),
        balance("the account", "/v1/user/balance", SeedanceClient::userBalance),
        balance(
            "the key by its short path",
            "/balance",
            client -> client.call(AccountApi.getBalanceByShortPath())),
        balance(
            "the account by its short path",
            "/user/balance",
            client -> client.call(AccountApi.getUserBalanceByShortPath())),
        refused("the key", "/v1/balance", SeedanceClient::balance),
        refused("the account", "/v1/user/balance", SeedanceClient::userBalance));
  }

  private static Need balance(String whose, String path, Function<SeedanceClient, Balance> call) {
    return Need.of("a look at the balance of " + whose)
        .given(States.SOME_MONEY)
        .gets(path)
        .responds(200, amounts())
        .when(
            client -> {
              Balance balance = call.apply(client.api());
              assertThat(balance.getRemainBalance()).isEqualTo(41.5);
              assertThat(balance.getUnlimitedQuota()).isFalse();
            });
  }

  private static Need refused(String whose, String path, Consumer<SeedanceClient> call) {
    return Need.of("a look at the balance of " + whose + " with an unknown key")
        .gets(path)
        .withKey(Pacts.UNKNOWN_KEY)
        .responds(401, failure())
        .when(client -> client.refused(AuthenticationException.class, call));
  }

  private static DslPart amounts() {
    return json(
        body ->
            body.booleanValue("success", true)
                .numberType("remain_balance", 41.5)
                .numberType("used_balance", 8.5)
                .numberType("remain_credits", 8300)
                .numberType("used_credits", 1700)
                .integerType("credits_per_usd", 200)
                .booleanType("unlimited_quota", false));
  }
}
