package dev.seedance.mock.account;

import dev.seedance.mock.envelope.JsonBodies;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

/** Sets the balance of a sandbox, so that a test can run out of money. */
@Controller("/_mock/balance")
final class BalanceControlController {

  @Get
  BalanceAnswer balance(Sandbox sandbox) {
    return BalanceAnswer.of(sandbox.account().at(sandbox.clock().instant()));
  }

  @Put(consumes = MediaType.ALL)
  BalanceAnswer set(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    sandbox.account().setRemaining(JsonBodies.read(body, BalanceSetting.class).amount());
    return balance(sandbox);
  }
}
