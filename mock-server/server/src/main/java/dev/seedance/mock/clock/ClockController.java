package dev.seedance.mock.clock;

import dev.seedance.mock.control.ControlBodies;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.concurrent.CompletionStage;

/** Shows and moves a sandbox's time. Each call answers with the clock, when all has happened. */
@Controller("/_mock/clock")
final class ClockController {

  private final ClockControl clocks;
  private final ControlBodies bodies;

  ClockController(ClockControl clocks, ControlBodies bodies) {
    this.clocks = clocks;
    this.bodies = bodies;
  }

  @Get
  ClockAnswer show(Sandbox sandbox) {
    return clocks.show(sandbox);
  }

  @Put(consumes = MediaType.ALL)
  CompletionStage<ClockAnswer> set(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return clocks.set(sandbox, bodies.read(body, ClockChange.class));
  }

  @Post(value = "/advance", consumes = MediaType.ALL)
  CompletionStage<ClockAnswer> advance(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return clocks.advance(sandbox, bodies.read(body, ClockAdvance.class));
  }

  @Post(value = "/advance-to-next", consumes = MediaType.ALL)
  CompletionStage<ClockAnswer> advanceToNext(Sandbox sandbox) {
    return clocks.advanceToNext(sandbox);
  }
}
