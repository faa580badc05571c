package dev.seedance.mock.account;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** What is left to spend. A key is an account of its own here, so that both routes agree. */
@Controller("/v1")
final class AccountController {

  private final Balances balances;

  AccountController(Balances balances) {
    this.balances = balances;
  }

  @Get(uris = {"/balance", "/user/balance"})
  BalanceResponse balance(Sandbox sandbox) {
    return balances.show(sandbox);
  }
}
