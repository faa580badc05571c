package dev.seedance.mock.account;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.generation.Output;
import dev.seedance.mock.generation.Task;
import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Books tasks on the account of their sandbox. */
@Singleton
public final class Billing {

  /**
   * Pays for a new task, and plans to give the money back where the task will fail.
   *
   * @throws ApiException 402 where the account does not cover it; then nothing is paid
   */
  public void charge(Sandbox sandbox, Task task) {
    Usd price = price(task);
    sandbox.account().pay(price, task.plan().submittedAt());
    Instant failsAt = failsAt(task);
    if (failsAt != null) { // a new task has no older plan that would have to go
      sandbox.account().planRefund(task.id(), price, failsAt);
    }
  }

  /** Books what a task's plan says now: to be called after the plan of a paid task has changed. */
  public void replan(Sandbox sandbox, Task task) {
    sandbox.account().planRefund(task.id(), price(task), failsAt(task));
  }

  private static Usd price(Task task) {
    Output output = task.output();
    return Prices.STANDARD.of(task.model(), output.resolution(), output.seconds() * output.count());
  }

  private static @Nullable Instant failsAt(Task task) {
    boolean fails = task.plan().outcome().finalState().isFailed();
    return fails ? task.plan().endsAt() : null;
  }
}
