package dev.seedance.mock.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventQueueTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final TestTime real = new TestTime();
  private final RealTime realTime = new RealTime(real);
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final SandboxClock clock = new SandboxClock(realTime, ClockSetting.FROZEN, START);
  private final EventQueue queue = new EventQueue(clock, realTime, 100, () -> {});

  @AfterEach
  void close() {
    realTime.close();
  }

  @Test
  void events_run_in_order_of_their_due_time_and_then_of_their_entry() {
    schedule("late", 30);
    schedule("early", 10);
    schedule("early too", 10);
    assertThat(advance(30)).isDone();
    assertThat(ran).containsExactly("early at 10", "early too at 10", "late at 30");
  }

  @Test
  void the_clock_shows_exactly_the_due_time_while_an_event_runs() {
    List<Instant> seen = new ArrayList<>();
    queue.schedule(
        "event",
        at(10),
        now -> {
          seen.add(clock.instant());
          return CompletableFuture.completedFuture(null);
        });
    advance(60).join();
    assertThat(seen).containsExactly(at(10));
    assertThat(clock.instant()).isEqualTo(at(60));
  }

  @Test
  void an_event_that_is_not_due_yet_stays() {
    schedule("later", 31);
    advance(30).join();
    assertThat(ran).isEmpty();
    assertThat(queue.nextDue()).contains(at(31));
  }

  @Test
  void an_event_that_another_schedules_runs_in_the_same_advance_if_it_is_due() {
    queue.schedule(
        "first",
        at(10),
        now -> {
          schedule("second", 20);
          return CompletableFuture.completedFuture(null);
        });
    schedule("third", 25);
    advance(30).join();
    assertThat(ran).containsExactly("second at 20", "third at 25");
  }

  @Test
  void an_advance_waits_for_each_event_before_it_starts_the_next() {
    var slow = new CompletableFuture<Void>();
    queue.schedule("slow", at(10), now -> slow);
    schedule("next", 20);
    var advance = advance(30);
    assertThat(advance).isNotDone();
    assertThat(clock.instant()).isEqualTo(at(10));
    assertThat(ran).isEmpty();

    slow.complete(null);
    assertThat(advance).isDone();
    assertThat(ran).containsExactly("next at 20");
    assertThat(clock.instant()).isEqualTo(at(30));
  }

  @Test
  void advances_queue_up() {
    var slow = new CompletableFuture<Void>();
    queue.schedule("slow", at(10), now -> slow);
    var first = advance(10);
    var second = advance(10);
    assertThat(second).isNotDone();
    slow.complete(null);
    assertThat(first).isDone();
    assertThat(second).isDone();
    assertThat(clock.instant()).isEqualTo(at(20));
  }

  @Test
  void ten_thousand_queued_advances_need_no_deep_stack() {
    var slow = new CompletableFuture<Void>();
    queue.schedule("slow", at(0), now -> slow);
    CompletableFuture<Void> last = queue.runDue();
    for (int i = 0; i < 10_000; i++) {
      last = advance(1);
    }
    slow.complete(null);
    assertThat(last).isDone();
    assertThat(clock.instant()).isEqualTo(at(10_000));
  }

  @Test
  void a_failing_event_stops_nothing() {
    queue.schedule("thrown", at(1), EventQueueTest::fail);
    queue.schedule("failed", at(2), now -> CompletableFuture.failedFuture(new Exception("no")));
    schedule("next", 3);
    assertThat(advance(5)).isCompleted();
    assertThat(ran).containsExactly("next at 3");
  }

  @Test
  void a_broken_advance_does_not_hold_up_the_next() {
    var broken =
        queue.advanceTo(
            () -> {
              throw new IllegalStateException("no target");
            });
    assertThat(broken).isCompletedExceptionally();
    assertThat(advance(5)).isCompleted();
  }

  @Test
  void an_event_that_is_due_already_runs_at_once_if_time_stands_still() {
    schedule("now", 0);
    assertThat(ran).containsExactly("now at 0");
  }

  @Test
  void an_event_with_the_same_key_replaces_the_one_before() {
    schedule("same", 10);
    schedule("same", 20);
    advance(30).join();
    assertThat(ran).containsExactly("same at 20");
  }

  @Test
  void one_event_too_many_drops_the_one_that_was_scheduled_first() {
    var small = new EventQueue(clock, realTime, 2, () -> {});
    for (String key : List.of("a", "b", "c")) {
      small.schedule(key, at(10), now -> note(key, now));
    }
    assertThat(small.advanceTo(() -> at(10))).isDone();
    assertThat(ran).containsExactly("b at 10", "c at 10");
  }

  @Test
  void nothing_runs_after_it_was_closed() {
    schedule("pending", 10);
    queue.close();
    schedule("too late", 20);
    advance(30).join();
    assertThat(ran).isEmpty();
    assertThat(queue.nextDue()).isEmpty();
  }

  @Test
  void only_an_automatic_clock_is_advanced_by_a_poll() {
    schedule("due", 10);
    queue.onPoll(now -> Optional.of(at(10)));
    assertThat(ran).isEmpty();
    queue.setClock(ClockSetting.AUTO, Optional.empty()).join();
    queue.onPoll(now -> Optional.of(at(10)));
    assertThat(ran).containsExactly("due at 10");
  }

  @Test
  void polls_during_a_slow_event_pile_up_nothing() {
    var slow = new CompletableFuture<Void>();
    queue.setClock(ClockSetting.AUTO, Optional.empty()).join();
    queue.schedule("slow", at(0), now -> slow);
    for (int second = 1; second <= 10_000; second++) {
      schedule("due " + second % 50, second);
      Instant due = at(second);
      queue.onPoll(now -> Optional.of(due));
    }
    assertThat(ran).isEmpty();
    slow.complete(null);
    assertThat(ran).hasSize(50);
    assertThat(queue.nextDue()).isEmpty();
  }

  @Test
  void a_clock_that_is_set_forward_runs_the_events_between() {
    schedule("between", 10);
    assertThat(queue.setClock(ClockSetting.FROZEN, Optional.of(at(60)))).isDone();
    assertThat(ran).containsExactly("between at 10");
    assertThat(clock.instant()).isEqualTo(at(60));
  }

  @Test
  void a_clock_can_be_set_back_and_the_past_does_not_repeat_itself() {
    schedule("once", 10);
    advance(20).join();
    assertThat(queue.setClock(ClockSetting.FROZEN, Optional.of(at(-60)))).isDone();
    assertThat(clock.instant()).isEqualTo(at(-60));
    advance(300).join();
    assertThat(ran).containsExactly("once at 10");
  }

  @Test
  void if_time_flows_a_timer_runs_an_event_when_it_is_due() throws Exception {
    var run = new CountDownLatch(1);
    queue.schedule(
        "soon",
        at(3_600),
        now -> {
          run.countDown();
          return CompletableFuture.completedFuture(null);
        });
    queue.setClock(ClockSetting.scaled(100_000), Optional.empty()).join();
    real.pass(Duration.ofSeconds(1)); // a day in the sandbox; the timer was set for 36 real ms
    assertThat(run.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void if_time_flows_no_event_waits_for_a_slow_one() throws Exception {
    var run = new CountDownLatch(1);
    var slow = new CompletableFuture<Void>();
    queue.setClock(ClockSetting.REAL, Optional.empty()).join();
    queue.schedule("slow", START, now -> slow);
    queue.schedule(
        "quick",
        START,
        now -> {
          run.countDown();
          return CompletableFuture.completedFuture(null);
        });
    assertThat(run.await(10, TimeUnit.SECONDS)).isTrue();
    var due = queue.runDue();
    assertThat(due).isNotDone();
    slow.complete(null);
    assertThat(due).isDone();
  }

  private void schedule(String name, long due) {
    queue.schedule(name, at(due), now -> note(name, now));
  }

  private CompletableFuture<Void> note(String name, Instant now) {
    ran.add(name + " at " + Duration.between(START, now).toSeconds());
    return CompletableFuture.completedFuture(null);
  }

  private static CompletableFuture<Void> fail(Instant now) {
    throw new IllegalStateException("at " + now);
  }

  private CompletableFuture<Void> advance(long seconds) {
    return queue.advanceTo(() -> clock.instant().plusSeconds(seconds));
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }
}
