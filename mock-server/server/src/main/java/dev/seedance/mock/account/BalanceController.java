package dev.seedance.mock.account;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

/** The balance of a sandbox on the control plane, so that a test can run out of money. */
@Controller("/_mock/balance")
final class BalanceController {

  private final Balances balances;

  BalanceController(Balances balances) {
    this.balances = balances;
  }

  @Get
  BalanceResponse show(Sandbox sandbox) {
    return balances.show(sandbox);
  }

  @Put(consumes = MediaType.ALL)
  BalanceResponse set(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return balances.set(sandbox, body);
  }
}
