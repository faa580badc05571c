package dev.seedance.mock.control;

import dev.seedance.mock.event.EventStream;
import dev.seedance.mock.http.ControlBody;
import dev.seedance.mock.sandbox.ClockResponse;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.time.TimeRange;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Shows, sets and advances the clock of a sandbox, and publishes each change. Each call returns the
 * clock when every event that came due has completed.
 */
@Controller("/_mock/clock")
final class ClockController {

  @Get
  ClockResponse show(Sandbox sandbox) {
    return ClockResponse.of(sandbox);
  }

  @Put(consumes = MediaType.ALL)
  CompletionStage<ClockResponse> set(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    ClockChange change = ControlBody.read(body, ClockChange.class);
    ClockSetting setting = change.setting(sandbox.clock().setting());
    return published(sandbox, sandbox.queue().setClock(setting, change.instant()));
  }

  @Post(value = "/advance", consumes = MediaType.ALL)
  CompletionStage<ClockResponse> advance(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    Duration step = ControlBody.read(body, ClockAdvance.class).duration(sandbox.clock().instant());
    return published(
        sandbox, sandbox.queue().advanceTo(() -> TimeRange.after(sandbox.clock().instant(), step)));
  }

  @Post(value = "/advance-to-next", consumes = MediaType.ALL)
  CompletionStage<ClockResponse> advanceToNext(Sandbox sandbox) {
    return published(
        sandbox,
        sandbox.queue().advanceTo(() -> sandbox.nextEvent().orElseGet(sandbox.clock()::instant)));
  }

  private static CompletionStage<ClockResponse> published(
      Sandbox sandbox, CompletableFuture<Void> change) {
    return change.thenApply(
        done -> {
          sandbox.get(EventStream.class).publish("clock", () -> ClockResponse.of(sandbox));
          return ClockResponse.of(sandbox);
        });
  }
}
