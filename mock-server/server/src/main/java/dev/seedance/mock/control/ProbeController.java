package dev.seedance.mock.control;

import dev.seedance.mock.cluster.Cluster;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.netty.Connections;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.jspecify.annotations.Nullable;

/**
 * The probes of an orchestrator such as Kubernetes. Neither needs a key, makes a sandbox, or waits
 * for the store.
 */
@Controller("/_mock/health")
final class ProbeController {

  /** The verdict of a probe that has succeeded. */
  @Introspected
  record Probe(String status) {

    private static final Probe OK = new Probe("ok");
  }

  private final Connections connections;
  private final @Nullable Cluster cluster;

  /**
   * Creates the controller.
   *
   * @param cluster null if there is no store
   */
  ProbeController(Connections connections, @Nullable Cluster cluster) {
    this.connections = connections;
    this.cluster = cluster;
  }

  /** Reports that the event loop responds. A server that does not is to be started anew. */
  @Get("/live")
  Probe live() {
    return Probe.OK;
  }

  /**
   * Reports that the server can serve requests.
   *
   * @throws ApiException 503 while others are to serve them: the server starts, stops, or can't
   *     reach its store
   */
  @Get("/ready")
  Probe ready() {
    if (connections.isStopping()) {
      throw notReady("the mock server stops");
    }
    if (cluster != null && !cluster.isReady()) {
      throw notReady(
          cluster.reachesStore()
              ? "the mock server has not joined those of its store yet"
              : "the mock server can't reach its store");
    }
    return Probe.OK;
  }

  private static ApiException notReady(String reason) {
    return new ApiException(ErrorCode.RATE_LIMIT_UNAVAILABLE, reason);
  }
}
