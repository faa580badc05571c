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

  private final Prices prices;

  Billing(Prices prices) {
    this.prices = prices;
  }

  /**
   * Pays for a new task, and plans to give the money back where the task will fail.
   *
   * @throws ApiException 402 where the account does not cover it; then nothing is paid
   */
  public void charge(Sandbox sandbox, Task task) {
    sandbox.account().pay(price(task), task.plan().submittedAt());
    if (failsAt(task) != null) { // a new task has no older plan that would have to go
      replan(sandbox, task);
    }
  }

  /** Books what a task's plan says now: to be called after the plan of a paid task has changed. */
  public void replan(Sandbox sandbox, Task task) {
    sandbox.account().planRefund(task.id(), price(task), failsAt(task));
  }

  private Usd price(Task task) {
    Output output = task.output();
    return prices.of(task.model(), output.resolution(), output.seconds() * output.count());
  }

  private static @Nullable Instant failsAt(Task task) {
    boolean fails = task.plan().outcome().finalState().isFailed();
    return fails ? task.plan().endsAt() : null;
  }
}
