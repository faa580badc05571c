package dev.seedance.mock.account;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The balance of a key. Here each key has an account of its own, so that both routes agree. */
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
