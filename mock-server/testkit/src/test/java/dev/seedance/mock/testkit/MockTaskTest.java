package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

@SeedanceMock(clock = "frozen", clockStart = "2026-01-01T00:00:00Z")
class MockTaskTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MockServer mock;

  MockTaskTest(MockServer mock) {
    this.mock = mock;
  }

  @Test
  void show_their_plan() {
    HttpCalls.of(mock)
        .submit(
            """
            {"model":"seedance-2","prompt":"A lighthouse","client_business_id":"order-1",
             "trace_id":"trace-1","callback_url":"http://127.0.0.1:9/hook"}""");
    MockTask task = mock.task("order-1");
    assertThat(task.id()).startsWith("tsk_vid_");
    assertThat(task.clientBusinessId()).contains("order-1");
    assertThat(task.model()).isEqualTo("seedance-2");
    assertThat(task.status()).isEqualTo("queued");
    assertThat(task.progress()).isZero();
    assertThat(task.videos()).isEmpty();
    assertThat(task.scenario()).isEqualTo("realistic");
    assertThat(task.submittedAt()).isEqualTo(START);
    assertThat(task.startsAt()).isAfter(task.submittedAt());
    assertThat(task.endsAt()).isAfter(task.startsAt());
    assertThat(task.nextEventAt()).contains(task.startsAt());
    assertThat(task.outcome()).isEqualTo("completed");
    assertThat(task.errorCode()).isEmpty();
    assertThat(task.errorMessage()).isEmpty();
    assertThat(task.prompt()).contains("A lighthouse");
    assertThat(task.callbackUrl()).contains("http://127.0.0.1:9/hook");
    assertThat(task.traceId()).contains("trace-1");
    assertThat(task.request()).contains("\"trace_id\":\"trace-1\"");
    assertThat(mock.tasks().get(0).request()).isEqualTo(task.request());
  }

  @Test
  void are_listed_the_oldest_first() {
    var calls = HttpCalls.of(mock);
    String first = calls.submitPrompt("1");
    String second = calls.submitPrompt("2");
    assertThat(mock.tasks()).extracting(MockTask::id).containsExactly(first, second);
  }

  @Test
  void are_completed() {
    var calls = HttpCalls.of(mock);
    String id = calls.submitPrompt("x");
    MockTask queued = mock.task(id);
    assertThat(queued.complete().status()).isEqualTo("completed");
    assertThat(queued.status()).as("a value does not change").isEqualTo("queued");
    assertThat(queued.refresh().videos())
        .singleElement()
        .satisfies(video -> assertThat(video.getPath()).endsWith("/0.mp4"));
    assertThat(calls.statusOf(id)).isEqualTo("completed");
    assertThatThrownBy(queued::complete)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HTTP 409")
        .hasMessageContaining("is completed already");
  }

  @Test
  void are_failed() {
    String id = HttpCalls.of(mock).submitPrompt("x");
    MockTask failed = mock.task(id).fail("policy", "Not that.");
    assertThat(failed.status()).isEqualTo("failed");
    assertThat(failed.outcome()).isEqualTo("failed");
    assertThat(failed.errorCode()).contains("policy");
    assertThat(failed.errorMessage()).contains("Not that.");
  }

  @Test
  void that_nobody_knows_are_refused() {
    assertThatThrownBy(() -> mock.task("a/b?c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HTTP 404")
        .hasMessageContaining("a/b?c");
  }
}
