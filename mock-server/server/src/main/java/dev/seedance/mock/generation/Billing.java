package dev.seedance.mock.generation;

import dev.seedance.mock.account.Account;
import dev.seedance.mock.account.Bill;
import dev.seedance.mock.account.BillingResponse;
import dev.seedance.mock.account.Prices;
import dev.seedance.mock.account.Usd;
import dev.seedance.mock.plan.Output;
import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.revision.Revision;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.spec.price.Order;
import dev.seedance.validator.GenerationRequest;
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

  /** Returns what a request costs under a revision. */
  static Bill bill(Revision revision, GenerationRequest request, String model, Output output) {
    boolean hasVideoInput = request.videoWithRoles() != null && !request.videoWithRoles().isEmpty();
    return new Bill(Prices.of(order(model, output, hasVideoInput)), revision.responses().billing());
  }

  /** Returns the billing that a response has; null if it has none. */
  static @Nullable BillingResponse told(Task task, TaskState state) {
    Bill bill = task.bill();
    if (bill == null || !bill.told()) {
      return null;
    }
    if (!state.isFinal()) {
      return BillingResponse.pending();
    }
    return state.isFailed() ? BillingResponse.refunded() : BillingResponse.settled(bill.price());
  }

  /** Books the present plan of a task: to be called after the plan of a paid task has changed. */
  static void replan(Sandbox sandbox, Task task) {
    sandbox.get(Account.class).planRefund(task.id(), price(task), failsAt(task));
  }

  private static Usd price(Task task) {
    Bill bill = task.bill();
    return bill != null ? bill.price() : Prices.of(order(task.model(), task.output(), false));
  }

  private static Order order(String model, Output output, boolean hasVideoInput) {
    return new Order(model, output.resolution(), output.seconds(), output.count(), hasVideoInput);
  }

  private static @Nullable Instant failsAt(Task task) {
    boolean fails = task.plan().outcome().finalState().isFailed();
    return fails ? task.plan().endsAt() : null;
  }
}
