package dev.seedance.mock.journal;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and clears the journal of a sandbox. */
@Controller("/_mock/requests")
final class JournalController {

  /**
   * The response.
   *
   * @param recorded the number of calls that were ever recorded
   * @param requests the kept calls that match, oldest first
   */
  @Introspected
  record Calls(long recorded, List<JournalEntry> requests) {}

  @Get
  Calls find(
      Sandbox sandbox,
      @Nullable @QueryValue String path,
      @Nullable @QueryValue String method,
      @Nullable @QueryValue Integer status) {
    Journal journal = sandbox.get(Journal.class);
    var filter = new JournalFilter(path, method, status);
    return new Calls(journal.recorded(), journal.find(filter));
  }

  @Delete
  @Status(HttpStatus.NO_CONTENT)
  void clear(Sandbox sandbox) {
    sandbox.get(Journal.class).clear();
  }
}
