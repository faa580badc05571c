package dev.seedance.mock.event;

import dev.seedance.mock.clock.ClockAnswer;
import dev.seedance.mock.generation.Milestones;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import org.reactivestreams.Publisher;

/** Server-sent events of a sandbox: tasks, webhooks, clock. The first tells the clock. */
@Controller("/_mock/events")
final class EventController {

  private final Milestones milestones;

  EventController(Milestones milestones) {
    this.milestones = milestones;
  }

  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<?>> watch(Sandbox sandbox) {
    var clock = ClockAnswer.of(sandbox.clock(), sandbox.nextEvent());
    Publisher<Event<?>> events = sandbox.events().watch(Event.of(clock).name("clock").id("0"));
    milestones.followAll(sandbox);
    return events;
  }
}
