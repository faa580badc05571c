package dev.seedance.mock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Plan PLAN =
      new Plan(SUBMITTED, Duration.ofSeconds(10), Duration.ofSeconds(100), new Outcome.Completed());

  @Test
  void waits_then_runs_then_is_final() {
    assertThat(at(0)).isEqualTo(new TaskState("queued", 0));
    assertThat(at(9)).isEqualTo(new TaskState("queued", 0));
    assertThat(at(10)).isEqualTo(new TaskState("in_progress", 1));
    assertThat(at(60)).isEqualTo(new TaskState("in_progress", 50));
    assertThat(at(109)).isEqualTo(new TaskState("in_progress", 99));
    assertThat(at(110)).isEqualTo(new TaskState("completed", 100));
    assertThat(at(1_000_000)).isEqualTo(new TaskState("completed", 100));
  }

  @Test
  void a_failed_task_has_no_progress() {
    var failing =
        new Plan(SUBMITTED, Duration.ZERO, Duration.ofSeconds(1), new Outcome.Failed("c", "m"));
    assertThat(failing.at(SUBMITTED.plusSeconds(1))).isEqualTo(new TaskState("failed", 0));
  }

  @Test
  void a_plan_without_duration_is_final_at_once() {
    var instant = new Plan(SUBMITTED, Duration.ZERO, Duration.ZERO, new Outcome.Completed());
    assertThat(instant.at(SUBMITTED)).isEqualTo(TaskState.COMPLETED);
    assertThat(instant.nextEventAfter(SUBMITTED)).isEmpty();
  }

  @Test
  void has_events_at_the_start_at_each_quarter_and_at_the_end() {
    assertThat(PLAN.nextEventAfter(SUBMITTED)).contains(SUBMITTED.plusSeconds(10));
    assertThat(PLAN.nextEventAfter(SUBMITTED.plusSeconds(10))).contains(SUBMITTED.plusSeconds(35));
    assertThat(PLAN.nextEventAfter(SUBMITTED.plusSeconds(85))).contains(SUBMITTED.plusSeconds(110));
    assertThat(PLAN.nextEventAfter(SUBMITTED.plusSeconds(110))).isEmpty();
  }

  private static TaskState at(long seconds) {
    return PLAN.at(SUBMITTED.plusSeconds(seconds));
  }
}
