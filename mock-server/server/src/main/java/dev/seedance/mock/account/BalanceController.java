package dev.seedance.mock.account;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

/**
 * The balance of a key, on the API and on the control plane, so that a test can run out of money.
 *
 * <p>Here each key has an account of its own, so that all routes agree.
 */
@Controller
final class BalanceController {

  private final Balances balances;

  BalanceController(Balances balances) {
    this.balances = balances;
  }

  @Get(uris = {"/v1/balance", "/v1/user/balance", "/balance", "/user/balance", "/_mock/balance"})
  BalanceResponse show(Sandbox sandbox) {
    return balances.show(sandbox);
  }

  @Put(value = "/_mock/balance", consumes = MediaType.ALL)
  BalanceResponse set(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return balances.set(sandbox, body);
  }
}
