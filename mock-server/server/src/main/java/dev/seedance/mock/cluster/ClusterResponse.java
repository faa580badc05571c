package dev.seedance.mock.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.mock.store.SandboxStore.Membership;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The servers that share the store.
 *
 * @param self the id of the server that responds
 * @param shared true if several servers may share the store
 * @param lease the time for which a server owns a sandbox after its last sign of life; null if the
 *     store is not shared
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClusterResponse(String self, boolean shared, @Nullable String lease, List<Server> members) {

  /**
   * A server.
   *
   * @param sandboxes the ids of those that it owns, at most {@link ClusterView#MOST_SHOWN}
   * @param owned the number of all
   */
  @Introspected
  record Server(String id, String address, String seenAt, List<String> sandboxes, long owned) {

    static Server of(Membership membership) {
      return new Server(
          membership.member().id(),
          membership.member().address(),
          membership.seenAt().toString(),
          membership.sandboxes(),
          membership.owned());
    }
  }
}
