package dev.seedance.mock.generation;

import dev.seedance.mock.account.Account;
import dev.seedance.mock.account.Prices;
import dev.seedance.mock.account.Usd;
import dev.seedance.mock.plan.Output;
import dev.seedance.mock.sandbox.Sandbox;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Books tasks on the account of their sandbox. */
final class Billing {

  private Billing() {}

  /**
   * Pays for a new task, and plans to give the money back if the task will fail.
   *
   * @throws dev.seedance.mock.http.ApiException 402 if the account does not cover it; then nothing
   *     is paid
   */
  static void charge(Sandbox sandbox, Task task) {
    Account account = sandbox.get(Account.class);
    account.pay(price(task), task.plan().submittedAt());
    Instant failsAt = failsAt(task);
    if (failsAt != null) { // a new task has no older plan that would have to go
      account.planRefund(task.id(), price(task), failsAt);
    }
  }

  /** Books the present plan of a task: to be called after the plan of a paid task has changed. */
  static void replan(Sandbox sandbox, Task task) {
    sandbox.get(Account.class).planRefund(task.id(), price(task), failsAt(task));
  }

  private static Usd price(Task task) {
    Output output = task.output();
    return Prices.of(task.model(), output.resolution(), output.seconds() * output.count());
  }

  private static @Nullable Instant failsAt(Task task) {
    boolean fails = task.plan().outcome().finalState().isFailed();
    return fails ? task.plan().endsAt() : null;
  }
}
