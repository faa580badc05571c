package dev.seedance.mock.snapshot;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Saves a whole sandbox as one JSON document, and restores it. */
@Controller("/_mock/snapshot")
final class SnapshotController {

  private final Snapshots snapshots;

  SnapshotController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Get
  InputStream save(Sandbox sandbox) throws IOException {
    return snapshots.save(sandbox);
  }

  @Put(consumes = MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Status(HttpStatus.NO_CONTENT)
  void restore(Sandbox sandbox, @Nullable @Body InputStream body) {
    snapshots.restore(sandbox, body);
  }
}
