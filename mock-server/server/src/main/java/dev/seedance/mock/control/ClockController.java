package dev.seedance.mock.control;

import dev.seedance.mock.sandbox.ClockResponse;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.concurrent.CompletionStage;

/**
 * Shows, sets and advances the clock of a sandbox. Each call returns the clock, when all that came
 * due has happened.
 */
@Controller("/_mock/clock")
final class ClockController {

  private final ClockControl clocks;

  ClockController(ClockControl clocks) {
    this.clocks = clocks;
  }

  @Get
  ClockResponse show(Sandbox sandbox) {
    return clocks.show(sandbox);
  }

  @Put(consumes = MediaType.ALL)
  CompletionStage<ClockResponse> set(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return clocks.set(sandbox, body);
  }

  @Post(value = "/advance", consumes = MediaType.ALL)
  CompletionStage<ClockResponse> advance(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return clocks.advance(sandbox, body);
  }

  @Post(value = "/advance-to-next", consumes = MediaType.ALL)
  CompletionStage<ClockResponse> advanceToNext(Sandbox sandbox) {
    return clocks.advanceToNext(sandbox);
  }
}
