package dev.seedance.mock.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import dev.seedance.mock.sandbox.Changes;
import io.micronaut.http.sse.Event;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class EventHttpTest {

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--clock=frozen", "--clock-start=2026-01-01T00:00:00Z");

  @Test
  void a_watcher_sees_tasks_webhooks_and_the_clock() throws Exception {
    String before = server.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}").text("/id");
    var events = watch();
    assertThat(next(events)).startsWith("clock {\"mode\":\"frozen\"");

    var submitted =
        server.submit(
            """
                {"model":"seedance-2","prompt":"[mock:instant] x",
                 "callback_url":"http://127.0.0.1:1/hook"}""");
    assertThat(next(events))
        .isEqualTo(
            "task {\"id\":\"%s\",\"status\":\"completed\",\"progress\":100,\"at\":\"2026-01-01T00:00:00Z\"}"
                .formatted(submitted.text("/id")));
    assertThat(next(events))
        .startsWith("webhook {\"id\":\"evt_")
        .contains("\"status\":\"pending\"", "\"next_attempt_at\":\"2026-01-01T00:00:10Z\"");

    server.post("/_mock/tasks/" + before + "/outcome", "{\"status\":\"failed\"}");
    assertThat(next(events)).startsWith("task {\"id\":\"" + before + "\",\"status\":\"failed\"");
    server.advance("PT1S");
    assertThat(next(events)).startsWith("clock ").contains("2026-01-01T00:00:01Z");
  }

  @Test
  void a_task_is_seen_to_start_to_progress_and_to_end() throws Exception {
    server.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}");
    var events = watch();
    next(events);
    server.advance("PT1H");
    for (int progress : new int[] {1, 25, 50, 75, 100}) {
      assertThat(next(events)).startsWith("task ").contains("\"progress\":" + progress + ",");
    }
  }

  @Test
  void a_watcher_watches_on_after_a_reset() throws Exception {
    var events = watch();
    next(events);
    server.post("/_mock/reset", "");
    assertThat(next(events)).isEqualTo("reset {}");
    server.advance("PT1S");
    assertThat(next(events)).startsWith("clock ");
  }

  @Test
  void one_watcher_too_many_ends_the_first() throws Exception {
    var first = watch();
    for (int i = 0; i < EventStream.WATCHERS; i++) {
      next(watch());
    }
    next(first);
    assertThat(first.hasNext()).isFalse();
  }

  @Test
  void a_watcher_who_does_not_read_is_dropped_and_holds_up_nobody() {
    var stream = new EventStream(Changes.NONE);
    var slow = stream.watch(Event.of("first"));
    for (int i = 0; i < EventStream.BACKLOG; i++) {
      assertThat(stream.isWatched()).isTrue();
      stream.publish("task", () -> "more");
    }
    assertThat(stream.isWatched()).isFalse();
    assertThat(Flux.from(slow).collectList().block())
        .as("the events that were kept for it, and then the end")
        .hasSize(EventStream.BACKLOG);
  }

  private Iterator<String> watch() throws Exception {
    var request = server.keyed("/_mock/events").build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    return response.body().filter(line -> !line.isEmpty()).iterator();
  }

  /** The next event as its name, a space and its data. */
  private static String next(Iterator<String> lines) {
    String name = "";
    while (true) {
      String line = lines.next();
      if (line.startsWith("event: ")) {
        name = line.substring("event: ".length());
      } else if (line.startsWith("data: ")) {
        return name + " " + line.substring("data: ".length());
      }
    }
  }
}
