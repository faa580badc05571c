package dev.seedance.mock.cluster;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Shows the servers that share the store, and which sandboxes each of them owns. */
@Controller("/_mock/cluster")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClusterController {

  private final ClusterView view;

  ClusterController(ClusterView view) {
    this.view = view;
  }

  @Get
  ClusterResponse cluster() {
    return view.now();
  }
}
