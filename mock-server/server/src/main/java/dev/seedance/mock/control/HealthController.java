package dev.seedance.mock.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.mock.cluster.Cluster;
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

  /**
   * The health of the server.
   *
   * @param store tells if the store can be reached; null if there is none
   */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Health(String status, String revision, @Nullable String store) {}

  private final Revisions revisions;
  private final @Nullable Cluster cluster;

  /**
   * Creates the controller.
   *
   * @param cluster null if there is no store
   */
  HealthController(Revisions revisions, @Nullable Cluster cluster) {
    this.revisions = revisions;
    this.cluster = cluster;
  }

  private @Nullable String store() {
    if (cluster == null) {
      return null;
    }
    return cluster.reachesStore() ? "ok" : "unreachable";
  }

  /** Reports the revision of the caller's sandbox; without a key that of the server. */
  @Get
  Health health(@Nullable Sandbox sandbox) {
    Revision revision = sandbox == null ? revisions.fallback() : revisions.of(sandbox);
    return new Health("ok", revision.name(), store());
  }
}
