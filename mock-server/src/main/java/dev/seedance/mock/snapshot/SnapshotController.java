package dev.seedance.mock.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestAttribute;
import org.jspecify.annotations.Nullable;

/** A whole sandbox as one JSON document, and back. */
@Controller("/_mock/snapshot")
final class SnapshotController {

  private static final byte[] NO_BODY = {};

  private final Snapshots snapshots;

  SnapshotController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Get
  JsonNode save(@RequestAttribute Sandbox sandbox) {
    return snapshots.save(sandbox);
  }

  @Put(consumes = MediaType.ALL)
  HttpResponse<?> restore(@RequestAttribute Sandbox sandbox, @Body byte @Nullable [] body) {
    try {
      snapshots.restore(sandbox, body == null ? NO_BODY : body);
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST, "this snapshot can't be restored: " + e.getMessage());
    }
    return HttpResponse.noContent();
  }
}
