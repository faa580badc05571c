package dev.seedance.mock.control;

import dev.seedance.mock.revision.Revision;
import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.jspecify.annotations.Nullable;

/** Reports that the server runs. Needs no key, so that a script can wait for the server. */
@Controller("/_mock/health")
final class HealthController {

  @Introspected
  record Health(String status, String revision) {}

  private final Revisions revisions;

  HealthController(Revisions revisions) {
    this.revisions = revisions;
  }

  /** Reports the revision of the caller's sandbox; without a key that of the server. */
  @Get
  Health health(@Nullable Sandbox sandbox) {
    Revision revision = sandbox == null ? revisions.fallback() : revisions.of(sandbox);
    return new Health("ok", revision.name());
  }
}
