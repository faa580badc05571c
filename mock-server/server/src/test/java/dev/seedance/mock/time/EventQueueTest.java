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
  private final Alarms wakeups = new Alarms();
  private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
  private final SandboxClock clock = new SandboxClock(real, ClockSetting.FROZEN, START);
  private final EventQueue agenda = new EventQueue(clock, wakeups, 100);

  @AfterEach
  void close() {
    wakeups.close();
  }

  @Test
  void things_happen_in_order_of_their_due_time_and_then_of_their_entry() {
    enter("late", 30);
    enter("early", 10);
    enter("early too", 10);
    assertThat(advance(30)).isDone();
    assertThat(happened).containsExactly("early at 10", "early too at 10", "late at 30");
  }

  @Test
  void it_is_exactly_the_due_time_while_something_happens() {
    List<Instant> seen = new ArrayList<>();
    agenda.enter(
        "look",
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
  void what_is_not_due_yet_stays() {
    enter("later", 31);
    advance(30).join();
    assertThat(happened).isEmpty();
    assertThat(agenda.next()).contains(at(31));
  }

  @Test
  void what_a_happening_enters_happens_in_the_same_move_where_it_is_due() {
    agenda.enter(
        "first",
        at(10),
        now -> {
          enter("second", 20);
          return CompletableFuture.completedFuture(null);
        });
    enter("third", 25);
    advance(30).join();
    assertThat(happened).containsExactly("second at 20", "third at 25");
  }

  @Test
  void a_move_waits_for_each_happening_before_it_begins_the_next() {
    var slow = new CompletableFuture<Void>();
    agenda.enter("slow", at(10), now -> slow);
    enter("next", 20);
    var move = advance(30);
    assertThat(move).isNotDone();
    assertThat(clock.instant()).isEqualTo(at(10));
    assertThat(happened).isEmpty();

    slow.complete(null);
    assertThat(move).isDone();
    assertThat(happened).containsExactly("next at 20");
    assertThat(clock.instant()).isEqualTo(at(30));
  }

  @Test
  void moves_queue_up() {
    var slow = new CompletableFuture<Void>();
    agenda.enter("slow", at(10), now -> slow);
    var first = advance(10);
    var second = advance(10);
    assertThat(second).isNotDone();
    slow.complete(null);
    assertThat(first).isDone();
    assertThat(second).isDone();
    assertThat(clock.instant()).isEqualTo(at(20));
  }

  @Test
  void ten_thousand_queued_moves_need_no_deep_stack() {
    var slow = new CompletableFuture<Void>();
    agenda.enter("slow", at(0), now -> slow);
    CompletableFuture<Void> last = agenda.settle();
    for (int i = 0; i < 10_000; i++) {
      last = advance(1);
    }
    slow.complete(null);
    assertThat(last).isDone();
    assertThat(clock.instant()).isEqualTo(at(10_000));
  }

  @Test
  void a_failing_happening_stops_nothing() {
    agenda.enter("thrown", at(1), EventQueueTest::fail);
    agenda.enter("failed", at(2), now -> CompletableFuture.failedFuture(new Exception("no")));
    enter("next", 3);
    assertThat(advance(5)).isCompleted();
    assertThat(happened).containsExactly("next at 3");
  }

  @Test
  void a_broken_move_does_not_hold_up_the_next() {
    var broken =
        agenda.moveTo(
            () -> {
              throw new IllegalStateException("no target");
            });
    assertThat(broken).isCompletedExceptionally();
    assertThat(advance(5)).isCompleted();
  }

  @Test
  void what_is_due_already_happens_at_once_where_time_stands_still() {
    enter("now", 0);
    assertThat(happened).containsExactly("now at 0");
  }

  @Test
  void an_entry_with_the_same_key_replaces_the_one_before() {
    enter("same", 10);
    enter("same", 20);
    advance(30).join();
    assertThat(happened).containsExactly("same at 20");
  }

  @Test
  void one_entry_too_many_drops_the_one_that_was_entered_first() {
    var small = new EventQueue(clock, wakeups, 2);
    for (String key : List.of("a", "b", "c")) {
      small.enter(key, at(10), now -> note(key, now));
    }
    assertThat(small.moveTo(() -> at(10))).isDone();
    assertThat(happened).containsExactly("b at 10", "c at 10");
  }

  @Test
  void nothing_happens_after_it_was_closed() {
    enter("pending", 10);
    agenda.close();
    enter("too late", 20);
    advance(30).join();
    assertThat(happened).isEmpty();
    assertThat(agenda.next()).isEmpty();
  }

  @Test
  void only_an_automatic_clock_lets_a_poll_move_it() {
    enter("due", 10);
    agenda.onPoll(now -> Optional.of(at(10)));
    assertThat(happened).isEmpty();
    agenda.setClock(ClockSetting.AUTO, Optional.empty()).join();
    agenda.onPoll(now -> Optional.of(at(10)));
    assertThat(happened).containsExactly("due at 10");
  }

  @Test
  void polls_during_a_slow_happening_pile_up_nothing() {
    var slow = new CompletableFuture<Void>();
    agenda.setClock(ClockSetting.AUTO, Optional.empty()).join();
    agenda.enter("slow", at(0), now -> slow);
    for (int second = 1; second <= 10_000; second++) {
      enter("due " + second % 50, second);
      Instant due = at(second);
      agenda.onPoll(now -> Optional.of(due));
    }
    assertThat(happened).isEmpty();
    slow.complete(null);
    assertThat(happened).hasSize(50);
    assertThat(agenda.next()).isEmpty();
  }

  @Test
  void a_clock_that_is_set_forward_lets_happen_what_lies_between() {
    enter("between", 10);
    assertThat(agenda.setClock(ClockSetting.FROZEN, Optional.of(at(60)))).isDone();
    assertThat(happened).containsExactly("between at 10");
    assertThat(clock.instant()).isEqualTo(at(60));
  }

  @Test
  void a_clock_can_be_set_back_and_the_past_does_not_repeat_itself() {
    enter("once", 10);
    advance(20).join();
    assertThat(agenda.setClock(ClockSetting.FROZEN, Optional.of(at(-60)))).isDone();
    assertThat(clock.instant()).isEqualTo(at(-60));
    advance(300).join();
    assertThat(happened).containsExactly("once at 10");
  }

  @Test
  void where_time_flows_an_alarm_rings_when_something_is_due() throws Exception {
    var rung = new CountDownLatch(1);
    agenda.enter(
        "soon",
        at(3_600),
        now -> {
          rung.countDown();
          return CompletableFuture.completedFuture(null);
        });
    agenda.setClock(ClockSetting.scaled(100_000), Optional.empty()).join();
    real.pass(Duration.ofSeconds(1)); // a day in the sandbox; the alarm was set for 36 real ms
    assertThat(rung.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void where_time_flows_nothing_waits_for_a_slow_happening() throws Exception {
    var rung = new CountDownLatch(1);
    var slow = new CompletableFuture<Void>();
    agenda.setClock(ClockSetting.REAL, Optional.empty()).join();
    agenda.enter("slow", START, now -> slow);
    agenda.enter(
        "quick",
        START,
        now -> {
          rung.countDown();
          return CompletableFuture.completedFuture(null);
        });
    assertThat(rung.await(10, TimeUnit.SECONDS)).isTrue();
    var settled = agenda.settle();
    assertThat(settled).isNotDone();
    slow.complete(null);
    assertThat(settled).isDone();
  }

  private void enter(String name, long due) {
    agenda.enter(name, at(due), now -> note(name, now));
  }

  private CompletableFuture<Void> note(String name, Instant now) {
    happened.add(name + " at " + Duration.between(START, now).toSeconds());
    return CompletableFuture.completedFuture(null);
  }

  private static CompletableFuture<Void> fail(Instant now) {
    throw new IllegalStateException("at " + now);
  }

  private CompletableFuture<Void> advance(long seconds) {
    return agenda.moveTo(() -> clock.instant().plusSeconds(seconds));
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }
}
