package dev.seedance.mock.control;

import dev.seedance.mock.event.EventStream;
import dev.seedance.mock.http.ControlBody;
import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.revision.SandboxRevision;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.spec.ApiSpec;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.List;

/** Shows and sets the contract revision that a sandbox is held to, and publishes each change. */
@Controller("/_mock/revision")
final class RevisionController {

  /**
   * The revision of a sandbox.
   *
   * @param revision such as {@code 2026-06}
   * @param known those that the server knows, oldest first
   */
  @Introspected
  record RevisionResponse(String revision, List<String> known) {}

  private final Revisions revisions;

  RevisionController(Revisions revisions) {
    this.revisions = revisions;
  }

  @Get
  RevisionResponse show(Sandbox sandbox) {
    return new RevisionResponse(revisions.of(sandbox).name(), ApiSpec.revisions());
  }

  @Put(consumes = MediaType.ALL)
  RevisionResponse set(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    RevisionChange change = ControlBody.read(body, RevisionChange.class);
    sandbox.get(SandboxRevision.class).change(change.in(revisions));
    RevisionResponse now = show(sandbox);
    sandbox.get(EventStream.class).publish("revision", () -> now);
    return now;
  }
}
