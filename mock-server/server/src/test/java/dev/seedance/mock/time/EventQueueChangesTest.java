package dev.seedance.mock.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue as the lock of its sandbox, and what becomes of those who wait for it. */
class EventQueueChangesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final RealTime realTime = new RealTime(new TestTime());
  private final List<String> ran = new ArrayList<>();
  private final SandboxClock clock = new SandboxClock(realTime, ClockSetting.FROZEN, START);
  private final EventQueue queue = new EventQueue(clock, realTime, 100, () -> {});

  @AfterEach
  void close() {
    realTime.close();
  }

  @Test
  void of_events_that_are_due_at_the_same_time_those_ahead_run_first() {
    schedule("end", 10);
    schedule("other end", 10);
    queue.scheduleAhead("attempt", at(10), now -> note("attempt", now));
    queue.scheduleAhead("late", at(11), now -> note("late", now));
    advance(11).join();
    assertThat(ran).containsExactly("attempt at 10", "end at 10", "other end at 10", "late at 11");
  }

  @Test
  void what_is_held_is_released_when_it_is_due_and_when_the_queue_closes() {
    queue.scheduleRelease("due", at(10), () -> ran.add("due"));
    queue.scheduleRelease("later", at(99), () -> ran.add("later"));
    advance(10).join();
    assertThat(ran).containsExactly("due");
    queue.close();
    assertThat(ran).containsExactly("due", "later");
    queue.scheduleRelease("too late", at(100), () -> ran.add("too late"));
    assertThat(ran).containsExactly("due", "later", "too late");
  }

  @Test
  void one_event_too_many_releases_what_is_held_longest() {
    var small = new EventQueue(clock, realTime, 2, () -> {});
    small.schedule("event", at(10), now -> note("event", now));
    small.scheduleRelease("held", at(20), () -> ran.add("held"));
    small.schedule("another", at(10), now -> note("another", now));
    assertThat(ran).containsExactly("held");
    assertThat(small.advanceTo(() -> at(10))).isDone();
    assertThat(ran).containsExactly("held", "event at 10", "another at 10");
  }

  @Test
  void advances_that_wait_are_complete_when_the_queue_closes() {
    queue.schedule("slow", at(5), now -> new CompletableFuture<Void>());
    var waiting = List.of(advance(5), advance(6), queue.runDue());
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    queue.close();
    assertThat(waiting).allMatch(CompletableFuture::isDone);
    assertThat(advance(1)).isDone();
  }

  @Test
  void events_that_a_change_makes_due_run_when_it_is_complete() {
    queue.atomically(
        () -> {
          schedule("event", 0);
          queue.atomically(() -> schedule("inner", 0));
          ran.add("change");
        });
    assertThat(ran).containsExactly("change", "event at 0", "inner at 0");
  }

  private void schedule(String name, long due) {
    queue.schedule(name, at(due), now -> note(name, now));
  }

  private CompletableFuture<Void> note(String name, Instant now) {
    ran.add(name + " at " + Duration.between(START, now).toSeconds());
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Void> advance(long seconds) {
    return queue.advanceTo(() -> clock.instant().plusSeconds(seconds));
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }
}
