package dev.seedance.mock.cluster;

import dev.seedance.mock.cluster.ClusterResponse.Server;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.Authority;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.SandboxStore.Membership;
import dev.seedance.mock.store.StoreException;
import dev.seedance.mock.time.RealTime;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which servers there are, and which sandboxes each of them owns. */
@Singleton
final class ClusterView {

  /** The sandboxes of a server that are named. */
  static final int MOST_SHOWN = 100;

  private final @Nullable Cluster cluster;
  private final Sandboxes sandboxes;
  private final Provider<EmbeddedServer> server;
  private final RealTime realTime;
  private final String id;

  /**
   * Creates the view.
   *
   * @param cluster null if there is no store
   */
  ClusterView(
      @Nullable Cluster cluster,
      Sandboxes sandboxes,
      Provider<EmbeddedServer> server,
      RealTime realTime) {
    this.cluster = cluster;
    this.sandboxes = sandboxes;
    this.server = server;
    this.realTime = realTime;
    this.id = Cluster.newId(realTime);
  }

  /**
   * Returns what there is now.
   *
   * @throws ApiException 503 if the store can't be reached
   */
  ClusterResponse now() {
    Cluster shared = cluster;
    if (shared == null) {
      String address = "http://" + Authority.of(server.get().getHost(), server.get().getPort());
      return alone(new Member(id, address));
    }
    if (!shared.isShared()) {
      return alone(shared.self());
    }
    try {
      List<Server> members = shared.members(MOST_SHOWN).stream().map(Server::of).toList();
      return new ClusterResponse(shared.self().id(), true, shared.lease().toString(), members);
    } catch (StoreException e) {
      throw new ApiException(ErrorCode.RATE_LIMIT_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  private ClusterResponse alone(Member self) {
    List<String> all = sandboxes.idleFor(Duration.ZERO).stream().map(Sandbox::id).sorted().toList();
    var membership =
        new Membership(
            self, realTime.instant(), all.stream().limit(MOST_SHOWN).toList(), all.size());
    return new ClusterResponse(self.id(), false, null, List.of(Server.of(membership)));
  }
}
