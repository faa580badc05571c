package dev.seedance.mock.control;

import dev.seedance.mock.event.EventStream;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.Map;

/** Resets a sandbox, as if its key had never called. Pending events are cancelled. */
@Controller("/_mock/reset")
final class ResetController {

  private final Sandboxes sandboxes;

  ResetController(Sandboxes sandboxes) {
    this.sandboxes = sandboxes;
  }

  @Post(consumes = MediaType.ALL)
  @Status(HttpStatus.NO_CONTENT)
  void reset(Sandbox sandbox) {
    sandboxes.reset(sandbox);
    sandbox.get(EventStream.class).publish("reset", Map::of);
  }
}
