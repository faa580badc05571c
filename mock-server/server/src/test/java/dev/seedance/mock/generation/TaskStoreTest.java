package dev.seedance.mock.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.media.FrameSize;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.plan.Outcome;
import dev.seedance.mock.plan.Output;
import dev.seedance.mock.plan.Plan;
import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.MemoryBudget;
import dev.seedance.mock.sandbox.PartChanges;
import dev.seedance.mock.scenario.BuiltInScenarios;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskStoreTest {

  private final MemoryBudget memory = new MemoryBudget(10_000);
  private final List<String> forgotten = new ArrayList<>();
  private final TaskStore store =
      new TaskStore(
          OptionValues.DEFAULT.with(MockOptions.MAX_TASKS, 2),
          new HeldBytes(memory),
          PartChanges.NONE,
          task -> forgotten.add(task.id()));

  @Test
  void finds_a_task_by_both_ids() {
    Task task = submit("tsk_1", "order-1").task();
    assertThat(store.find("tsk_1")).contains(task);
    assertThat(store.find("order-1")).contains(task);
    assertThat(store.find("other")).isEmpty();
  }

  @Test
  void replays_a_known_business_id() {
    Task task = submit("tsk_1", "order-1").task();
    assertThat(submit("tsk_2", "order-1")).isEqualTo(new TaskStore.Submission(task, true));
    assertThat(store.find("tsk_2")).isEmpty();
  }

  @Test
  void lets_the_task_id_win_over_an_equal_business_id() {
    Task first = submit("tsk_1", null).task();
    submit("tsk_2", "tsk_1");
    assertThat(store.find("tsk_1")).contains(first);
  }

  @Test
  void forgets_the_oldest_beyond_its_capacity() {
    submit("tsk_1", "order-1");
    submit("tsk_2", null);
    submit("tsk_3", null);
    assertThat(store.find("tsk_1")).isEmpty();
    assertThat(store.find("order-1")).isEmpty();
    assertThat(store.find("tsk_3")).isPresent();
    assertThat(forgotten).containsExactly("tsk_1");
  }

  @Test
  void keeps_the_newest_of_other_tasks_instead_of_its_own() {
    submit("tsk_1", "order-1");
    Task second = submit("tsk_2", "order-2").task();
    store.replaceAll(List.of(second));
    assertThat(store.all()).containsExactly(second);
    assertThat(store.find("order-1")).isEmpty();
    assertThat(store.find("order-2")).contains(second);
    assertThat(forgotten).containsExactly("tsk_1", "tsk_2");
  }

  @Test
  void a_replaced_task_is_seen_under_both_ids_and_keeps_the_order() {
    Task first = submit("tsk_1", "order-1").task();
    submit("tsk_2", null);
    var failed =
        new Plan(Instant.EPOCH, Duration.ZERO, Duration.ZERO, new Outcome.Failed("c", "m"));
    store.replace(first.withPlan(failed));
    assertThat(store.find("tsk_1")).get().extracting(Task::plan).isEqualTo(failed);
    assertThat(store.find("order-1")).get().extracting(Task::plan).isEqualTo(failed);
    assertThat(store.all()).extracting(Task::id).containsExactly("tsk_1", "tsk_2");
  }

  @Test
  void a_forgotten_task_is_not_replaced() {
    Task first = submit("tsk_1", null).task();
    submit("tsk_2", null);
    submit("tsk_3", null);
    store.replace(first);
    assertThat(store.all()).extracting(Task::id).containsExactly("tsk_2", "tsk_3");
  }

  private TaskStore.Submission submit(String id, @Nullable String businessId) {
    var output = new Output(4, "720p", new FrameSize(1280, 720), true, false, 1, "mp4");
    var scenario = BuiltInScenarios.find("realistic").orElseThrow();
    var plan =
        new Plan(Instant.EPOCH, Duration.ZERO, Duration.ofSeconds(1), new Outcome.Completed());
    var callback = new Callback(null, null, "http://127.0.0.1", null);
    return store.submit(
        businessId,
        () ->
            new Task(
                id,
                businessId,
                "seedance-2",
                output,
                plan,
                scenario,
                callback,
                new SubmittedRequest("", 0, null, "latest"),
                null,
                null));
  }
}
