package dev.seedance.mock.journal;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import org.jspecify.annotations.Nullable;

/** Reads and clears the journal of a sandbox. */
@Controller("/_mock/requests")
final class JournalController {

  @Get
  JournalResponse find(
      Sandbox sandbox,
      @Nullable @QueryValue String path,
      @Nullable @QueryValue String method,
      @Nullable @QueryValue Integer status) {
    return JournalResponse.of(sandbox.get(Journal.class), new JournalFilter(path, method, status));
  }

  @Delete
  @Status(HttpStatus.NO_CONTENT)
  void clear(Sandbox sandbox) {
    sandbox.get(Journal.class).clear();
  }
}
