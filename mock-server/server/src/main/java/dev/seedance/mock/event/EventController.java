package dev.seedance.mock.event;

import dev.seedance.mock.generation.TaskFollower;
import dev.seedance.mock.sandbox.ClockResponse;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import org.reactivestreams.Publisher;

/** Streams the events of a sandbox: tasks, webhooks, clock. The first event shows the clock. */
@Controller("/_mock/events")
final class EventController {

  private final TaskFollower follower;

  EventController(TaskFollower follower) {
    this.follower = follower;
  }

  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<?>> watch(Sandbox sandbox) {
    var clock = ClockResponse.of(sandbox);
    Publisher<Event<?>> events =
        sandbox.get(EventStream.class).watch(Event.of(clock).name("clock").id("0"));
    follower.followAll(sandbox);
    return events;
  }
}
